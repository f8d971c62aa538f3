import type { Money, OpenSlot, Plan, PlanCode } from '@/lib/api/schema';

export interface PricedRow {
  plan: PlanCode;
  /** What the API has asked for this row (402); it knows better than our list of open slots. */
  quoted?: Money | undefined;
}

/** What one row adds to the bill a month; null: it takes an open slot. */
export type RowPrice = Money | null;

/** C1: open slots are used first, in the order of the rows; every further row has its plan's price. */
export function pricesOf(rows: readonly PricedRow[], openSlots: readonly OpenSlot[], plans: readonly Plan[]): RowPrice[] {
  const left = new Map<PlanCode, number>();
  for (const { plan } of openSlots) left.set(plan, (left.get(plan) ?? 0) + 1);
  return rows.map(({ plan, quoted }) => {
    if (quoted !== undefined) return quoted;
    const open = left.get(plan) ?? 0;
    if (open > 0) {
      left.set(plan, open - 1);
      return null;
    }
    return plans.find(({ code }) => code === plan)?.monthlyPrice ?? { amountCents: 0, currency: 'USD' };
  });
}

/** The sum a month; null when every row takes an open slot. */
export function totalOf(prices: readonly RowPrice[]): Money | null {
  const paid = prices.filter((price) => price !== null);
  const first = paid[0];
  if (first === undefined) return null;
  return { amountCents: paid.reduce((sum, { amountCents }) => sum + amountCents, 0), currency: first.currency };
}
