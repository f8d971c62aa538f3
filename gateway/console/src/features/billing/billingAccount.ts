import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';
import type { BillingAccount } from '@/lib/api/schema';
import { statementsKey } from './statements';

const SETTING_UP_MILLIS = 3_000;

/** E7: whether the account pays, and with which card; null while it is still being set up. */
export const billingAccountQuery = queryOptions({
  queryKey: ['billing-account'],
  queryFn: async ({ signal }): Promise<BillingAccount | null> => {
    try {
      return await bodyOf(api.GET('/billing-account', { signal }));
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 404) return null;
      throw problem;
    }
  },
  staleTime: 0,
  refetchOnWindowFocus: 'always',
  refetchInterval: ({ state }) => state.data === null && SETTING_UP_MILLIS,
});

/** Something was paid, or tried: how the account stands, and what is open, is asked for again. */
export async function refreshBilling(client: QueryClient): Promise<void> {
  await Promise.all([billingAccountQuery.queryKey, statementsKey, ['statement']].map((queryKey) => client.invalidateQueries({ queryKey })));
}
