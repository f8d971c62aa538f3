import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
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
  queryFn: async ({ client, signal }): Promise<SessionState> => {
    try {
      return { status: 'signed-in', session: await bodyOf(api.GET('/session', { signal })) };
    } catch (problem) {
      if (!(problem instanceof ApiProblem && problem.status === 401)) throw problem;
      const before = client.getQueryData<SessionState>(sessionKey);
      if (before?.status === 'signed-out') return before;
      return { status: 'signed-out', why: before === undefined ? 'never' : 'expired' };
    }
  },
  staleTime: 30_000,
});

export function useSessionState() {
  return useQuery(sessionQuery);
}

/** Set around every page behind sign-in; a page that is about to go keeps the session it was drawn with. */
export const SessionContext = createContext<Session | undefined>(undefined);

/** The session of a page behind sign-in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('This page needs a session');
  return session;
}

/** Whatever was loaded belongs to the one who left: all of it goes. */
export function beginSession(client: QueryClient, session: Session): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
  const state: SessionState = { status: 'signed-in', session };
  client.setQueryData(sessionKey, state);
}

export function endSession(client: QueryClient, why: 'expired' | 'left'): void {
  const state: SessionState = { status: 'signed-out', why };
  client.setQueryData(sessionKey, state);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
}
