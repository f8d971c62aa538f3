import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client';
import type { NumberOrder, OrderNumber } from '../api/schema';
import { numbersKey } from './numbersKey';

const LATEST = 20;
const DAY_MILLIS = 24 * 3_600_000;

/** The pauses between two looks at an order: about ten seconds in all. */
const PAUSES_MILLIS = [150, 250, 400, 700, 1_000, 1_500, 2_000, 2_000, 2_000];

/** F1: for a quarter of an hour nobody else can have it. */
export function reserveNumber(number: string) {
  return bodyOf(api.POST('/phone-numbers/reservations', { body: { number } }));
}

/** B7, F1: orders a number and waits a while for what becomes of it; PENDING when the carrier takes longer. */
export async function orderNumber(body: OrderNumber, key: string): Promise<NumberOrder> {
  let order = await bodyOf(api.POST('/phone-numbers', { body, params: { header: { 'Idempotency-Key': key } } }));
  for (const pause of PAUSES_MILLIS) {
    if (order.state !== 'PENDING') return order;
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
    order = await bodyOf(api.GET('/phone-numbers/orders/{id}', { params: { path: { id: order.id } } }));
  }
  return order;
}

/** The company's orders of the last day; looked at again while one is on its way. */
export const ordersQuery = queryOptions({
  queryKey: [...numbersKey, 'orders'],
  queryFn: async ({ signal }) => {
    const { items } = await bodyOf(api.GET('/phone-numbers/orders', { params: { query: { limit: LATEST } }, signal }));
    const dayAgo = Date.now() - DAY_MILLIS;
    return items.filter(({ orderedAt }) => Date.parse(orderedAt) > dayAgo);
  },
  refetchInterval: ({ state }) => (state.data?.some((order) => order.state === 'PENDING') ? 3_000 : false),
});
