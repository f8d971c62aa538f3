import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@/lib/api/problem';
import { endSession } from '@/lib/session';

/** The one cache of what the API said. A 401 anywhere ends the session on this side as well (A4). */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (problem) => noticeEnd(client, problem) }),
    mutationCache: new MutationCache({ onError: (problem) => noticeEnd(client, problem) }),
    defaultOptions: {
      queries: { retry: false, staleTime: 5_000 },
      // What a mutation was given may be a password or a link's secret: it is forgotten at once.
      mutations: { retry: false, gcTime: 0 },
    },
  });
  return client;
}

/** They are about a sign-in that is going on and not about the session. */
const refusedSignIns = ['auth.invalid-credentials', 'auth.code-required', 'auth.code-wrong'];

function noticeEnd(client: QueryClient, problem: unknown): void {
  if (problem instanceof ApiProblem && problem.status === 401 && !refusedSignIns.includes(problem.code)) {
    endSession(client, 'expired');
  }
}
