import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from './api/client';
import type { Plan, PlanCode } from './api/schema';

export const planCodes: readonly PlanCode[] = ['BASIC', 'PLUS', 'PRO'];

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: async ({ signal }): Promise<Plan[]> => {
    const { items } = await bodyOf(api.GET('/plans', { signal }));
    return items.toSorted((a, b) => planCodes.indexOf(a.code) - planCodes.indexOf(b.code));
  },
  staleTime: 5 * 60_000,
});

export function usePlans() {
  return useQuery(plansQuery);
}
