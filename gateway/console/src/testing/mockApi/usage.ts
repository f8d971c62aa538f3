import type { MonthUsage, PlanAdvice, User, UserUsage } from '../../lib/api/schema.ts';
import { json, problem } from './answers.ts';
import { id } from './ids.ts';
import { plans, usd } from './plans.ts';
import type { Call, Routes } from './route.ts';

export const usageRoutes: Routes = { 'GET /usage': listUsage };

const PRESENT = '2026-11';
const MONTHS = [PRESENT, '2026-10', '2026-09'];

/** Minutes of a month by the user's id; the rest have not called. */
const minutes = new Map([
  [id(1), 1430],
  [id(2), 388],
  [id(4), 912],
  [id(5), 77],
  [id(9), 112],
]);

/** GET /usage: the same minutes in each month; the cursor is an offset here. */
function listUsage({ state, query }: Call): Response {
  const limit = Number(query.get('limit') ?? 50);
  const offset = Number((query.get('cursor') ?? 'after-0').replace('after-', ''));
  if (Number.isNaN(offset)) return problem(400, 'cursor.invalid');
  const rows = state.users
    .map(usageOf)
    .filter(({ advice }) => query.get('advised') !== 'true' || advice !== null)
    .toSorted((a, b) => b.minutes - a.minutes || a.userId.localeCompare(b.userId));
  const next = offset + limit < rows.length ? `after-${offset + limit}` : null;
  const page: MonthUsage = {
    month: query.get('month') ?? PRESENT,
    months: MONTHS,
    items: rows.slice(offset, offset + limit),
    total: rows.length,
    next,
  };
  return json(200, page);
}

function usageOf(user: User): UserUsage {
  const called = minutes.get(user.id) ?? 0;
  const plan = plans.find(({ code }) => code === user.plan);
  return {
    userId: user.id,
    plan: user.plan ?? null,
    minutes: called,
    includedMinutes: plan?.includedMinutes ?? null,
    calls: Math.ceil(called / 4),
    advice: adviceOf(user, called),
  };
}

/** Who has a number would pay for it on Basic, and so save nothing. */
function adviceOf({ plan, directNumbers }: User, called: number): PlanAdvice | null {
  if (plan === 'BASIC' && called > 500) {
    return { plan: 'PLUS', reason: 'OVER_INCLUDED_MINUTES', averageMinutes: called, savingPerMonth: usd(-500) };
  }
  if (plan === 'PLUS' && called <= 400 && (directNumbers ?? []).length === 0) {
    return { plan: 'BASIC', reason: 'WELL_WITHIN_INCLUDED_MINUTES', averageMinutes: called, savingPerMonth: usd(500) };
  }
  return null;
}
