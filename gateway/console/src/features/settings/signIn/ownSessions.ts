import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';
import type { OwnSession } from '@/lib/api/schema';

/** A4: where one is signed in, the last used first. */
export const sessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: async ({ signal }): Promise<OwnSession[]> => (await bodyOf(api.GET('/sessions', { signal }))).items,
  staleTime: 0,
});

/** Ends sessions one after the other; one that has ended meanwhile is fine. */
export async function endSessions(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    try {
      await api.DELETE('/sessions/{id}', { params: { path: { id } } });
    } catch (problem) {
      if (!(problem instanceof ApiProblem && problem.status === 404)) throw problem;
    }
  }
}
