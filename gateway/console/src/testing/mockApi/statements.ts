import type { IssuedStatement, NextStatement, Plan, PlanCode, QuotedChange, StatementLine, StatementQuote, StatementSummary, User } from '../../lib/api/schema.ts';
import { fieldProblem, json, ownWrite, problem } from './answers.ts';
import { plans, usd } from './plans.ts';
import type { Call, Routes } from './route.ts';
import type { MockState } from './state.ts';
import { change, withUser } from './users.ts';

export const statementRoutes: Routes = {
  'GET /statements': ({ state }) => json(200, { items: [summary(first(state))], total: 1, next: null }),
  'GET /statements/next': ({ state }) => json(200, next(state)),
  'GET /statements/{id}': ({ state, id }) => (id === FIRST ? json(200, first(state)) : problem(404, 'resource.not-found')),
  'POST /quotes': quote,
  'PUT /users/{id}/plan': (call) => withUser(call, (user) => changePlan(call, user)),
};

const MONTH = { from: '2026-12-10', to: '2027-01-09', days: 31, periodDays: 31 };

const FIRST = '01998f3a-6c00-7a10-8000-4c1f0a9be901';

/** The statement that came with the sign-up: as if all had been bought then. */
function first(state: MockState): IssuedStatement {
  const { lines, total } = next(state);
  const month = { from: '2026-11-10', to: '2026-12-09' };
  return { id: FIRST, ...month, issuedAt: '2026-11-10T15:00:00Z', lines: lines.map((line) => ({ ...line, ...month, days: 30, periodDays: 30 })), total };
}

function summary({ id, from, to, issuedAt, total }: IssuedStatement): StatementSummary {
  return { id, from, to, issuedAt, total };
}

/** The month in advance, and nothing of the month before: what people have, and their open slots. */
function next({ users, openSlots }: Pick<MockState, 'users' | 'openSlots'>): NextStatement {
  const taken = [...users.flatMap(({ plan }) => plan ?? []), ...openSlots.map(({ plan }) => plan)];
  const lines = plans.flatMap((plan): StatementLine[] => {
    const quantity = taken.filter((code) => code === plan.code).length;
    return quantity === 0 ? [] : [recurring(plan, quantity)];
  });
  const total = usd(lines.reduce((sum, { amount }) => sum + amount.amountCents, 0));
  return { from: MONTH.from, to: MONTH.to, lines, total, monthly: total };
}

function recurring({ code, monthlyPrice }: Plan, quantity: number): StatementLine {
  return { kind: 'RECURRING', item: 'PLAN', plan: code, quantity, unitPrice: monthlyPrice, ...MONTH, amount: usd(monthlyPrice.amountCents * quantity) };
}

function quote({ state, body }: Call): Response {
  const { changes } = body as { changes: QuotedChange[] };
  let supposed: Pick<MockState, 'users' | 'openSlots'> = { users: state.users, openSlots: state.openSlots };
  const losses: StatementQuote['losses'] = [];
  for (const one of changes) {
    if (one.type === 'CHANGE_PLAN' && one.plan === 'BASIC' && supposed.users.find(({ id }) => id === one.userId)?.plan === 'PRO') losses.push('VIDEO_HIPAA');
    if ('userId' in one && one.userId !== undefined && !supposed.users.some(({ id }) => id === one.userId)) {
      return fieldProblem(422, 'quote.user-unknown', '/changes/0/userId');
    }
    supposed = suppose(supposed, one);
  }
  const before = next(state).total;
  const takenBack = changes.filter(({ type }) => type === 'TAKE_BACK_NUMBER').length;
  const after = usd(next(supposed).total.amountCents + takenBack * 499);
  return json(200, { lines: [], nextStatement: { before, after }, monthly: { before, after }, dueOn: MONTH.from, losses } satisfies StatementQuote);
}

function suppose(supposed: Pick<MockState, 'users' | 'openSlots'>, one: QuotedChange): Pick<MockState, 'users' | 'openSlots'> {
  switch (one.type) {
    case 'CHANGE_PLAN':
      return { ...supposed, users: supposed.users.map((user) => (user.id === one.userId ? { ...user, plan: one.plan } : user)) };
    case 'DELETE_USER':
      return one.keepSlot === true ? supposed : { ...supposed, users: supposed.users.filter(({ id }) => id !== one.userId) };
    case 'ADD_USER':
    case 'ADD_NUMBER':
    case 'ASSIGN_NUMBER':
    case 'RELEASE_NUMBER':
    case 'TAKE_BACK_NUMBER':
      return supposed;
  }
}

function changePlan(call: Call, user: User): Response {
  const { plan, acceptCharges } = call.body as { plan: PlanCode; acceptCharges: boolean };
  const price = (code: PlanCode | null | undefined) => plans.find((one) => one.code === code)?.monthlyPrice.amountCents ?? 0;
  const isDearer = price(plan) > price(user.plan);
  if (isDearer && call.state.isPastDue) return problem(409, 'plan.past-due');
  if (isDearer && !acceptCharges) return problem(402, 'plan.charge-not-accepted');
  change(call.state, user, { plan });
  return json(200, { plan, version: 2 }, ownWrite());
}
