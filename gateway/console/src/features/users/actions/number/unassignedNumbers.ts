import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';
import { numbersKey } from '@/lib/numbers/numbersKey';

const SHOWN = 100;

/** B7: the numbers of the company that nobody uses; the main number is none of them (B8). */
export const unassignedQuery = queryOptions({
  queryKey: [...numbersKey, 'unassigned'],
  queryFn: ({ signal }) => bodyOf(api.GET('/phone-numbers', { params: { query: { state: 'UNASSIGNED', limit: SHOWN } }, signal })),
  staleTime: 0,
});
