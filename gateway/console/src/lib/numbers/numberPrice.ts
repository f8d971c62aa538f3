import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client';
import type { Money, Plan, User } from '../api/schema';

/** E1: what a number costs each month that no plan includes. */
export const numberPriceQuery = queryOptions({
  queryKey: ['number-price'],
  queryFn: async ({ signal }): Promise<Money | null> => {
    const { items } = await bodyOf(api.GET('/phone-numbers/available', { params: { query: { limit: 1 } }, signal }));
    return items[0]?.monthlyPrice ?? null;
  },
  staleTime: 5 * 60_000,
});

/** E2: whether a further direct number of this user costs nothing more, as far as his plan is known. */
export function isIncluded(user: User, plans: readonly Plan[]): boolean {
  const included = plans.find(({ code }) => code === user.plan)?.includedNumbers ?? 0;
  return (user.directNumbers?.length ?? 0) < included;
}
