import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { api, bodyOf } from './api/client';
import { ApiProblem } from './api/problem';
import type { Session, SupportSession } from './api/schema';

/** Who is signed in, or why nobody is. Support is no member of any company and has pages of its own (I1). */
export type SessionState =
  | { status: 'signed-in'; session: Session }
  | { status: 'support'; session: SupportSession }
  | { status: 'signed-out'; why: 'never' | 'expired' | 'left' };

const sessionKey = ['session'] as const;

export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async ({ client, signal }): Promise<SessionState> => {
    try {
      return stateOf(await bodyOf(api.GET('/session', { signal })));
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

/** Set around every page of support. */
export const SupportContext = createContext<SupportSession | undefined>(undefined);

export function useSupportSession(): SupportSession {
  const session = useContext(SupportContext);
  if (session === undefined) throw new Error('This page needs a session of support');
  return session;
}

/** True for an admin whose company requires two-step sign-in and who has none: until then the services treat him as a user. */
export function mustSetUpTwoStep({ user, twoStep }: Session): boolean {
  return user.role === 'ADMIN' && twoStep?.required === true && !twoStep.enabled;
}

/** Whatever was loaded belongs to the one who left: all of it goes. */
export function beginSession(client: QueryClient, session: Session | SupportSession): void {
  forgetAll(client);
  client.setQueryData(sessionKey, stateOf(session));
}

export function endSession(client: QueryClient, why: 'expired' | 'left'): void {
  const state: SessionState = { status: 'signed-out', why };
  client.setQueryData(sessionKey, state);
  forgetAll(client);
}

/** Something that the session tells has changed, such as the own name. */
export function refreshSession(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: sessionKey });
}

function stateOf(session: Session | SupportSession): SessionState {
  return isSupport(session) ? { status: 'support', session } : { status: 'signed-in', session };
}

function isSupport(session: Session | SupportSession): session is SupportSession {
  return session.user.role === 'SUPPORT';
}

function forgetAll(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
}
