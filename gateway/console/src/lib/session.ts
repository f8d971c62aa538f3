import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, bodyOf } from './api/client';
import { ApiProblem } from './api/problem';
import type { Session } from './api/schema';

/** Who is signed in, or why nobody is. */
export type SessionState =
  | { status: 'signed-in'; session: Session }
  | { status: 'signed-out'; why: 'never' | 'expired' | 'left' };

const sessionKey = ['session'] as const;

export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async ({ signal }): Promise<SessionState> => {
    try {
      return { status: 'signed-in', session: await bodyOf(api.GET('/session', { signal })) };
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) return { status: 'signed-out', why: 'never' };
      throw problem;
    }
  },
  staleTime: 30_000,
});

export function useSessionState() {
  return useQuery(sessionQuery);
}

/** The session of a page behind sign-in. */
export function useSession(): Session {
  const state = useQueryClient().getQueryData(sessionQuery.queryKey);
  if (state?.status !== 'signed-in') throw new Error('This page needs a session');
  return state.session;
}

/** Whatever was loaded belongs to the one who left: all of it goes. */
export function beginSession(client: QueryClient, session: Session): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
  client.setQueryData(sessionQuery.queryKey, { status: 'signed-in', session });
}

export function endSession(client: QueryClient, why: 'expired' | 'left'): void {
  client.setQueryData(sessionQuery.queryKey, { status: 'signed-out', why });
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
}
