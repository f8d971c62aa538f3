import type { Plan, PlanCode, Quote } from '../../lib/api/schema.ts';
import { json } from './answers.ts';
import type { Routes } from './route.ts';

export const plans: Plan[] = [
  { code: 'BASIC', monthlyPrice: usd(1499), includedMinutes: 500, includedNumbers: 0, features: ['VOICEMAIL'] },
  { code: 'PLUS', monthlyPrice: usd(1999), includedMinutes: null, includedNumbers: 1, features: ['VOICEMAIL'] },
  { code: 'PRO', monthlyPrice: usd(2999), includedMinutes: null, includedNumbers: 1, features: ['VOICEMAIL', 'VIDEO_HIPAA'] },
];

export const planRoutes: Routes = { 'GET /plans': () => json(200, { items: plans }) };

export function usd(amountCents: number) {
  return { amountCents, currency: 'USD' };
}

/** What one more user on the plan costs. */
export function quoteOf(plan: PlanCode): Quote {
  const price = plans.find(({ code }) => code === plan)?.monthlyPrice ?? usd(0);
  return { lines: [{ item: 'PLAN', plan, quantity: 1, unitPrice: price, amount: price }], monthlyIncrease: price };
}
