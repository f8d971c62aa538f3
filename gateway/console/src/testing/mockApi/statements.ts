import type { IssuedStatement, NextStatement, Plan, PlanCode, QuotedChange, StatementLine, StatementQuote, StatementSummary, User } from '../../lib/api/schema.ts';
import { fieldProblem, json, ownWrite, problem } from './answers.ts';
import { paymentOf, type MockStatement } from './billing.ts';
import { plans, usd } from './plans.ts';
import type { Call, Routes } from './route.ts';
import type { MockState } from './state.ts';
import { change, withUser } from './users.ts';

export const statementRoutes: Routes = {
  'GET /statements': list,
  'GET /statements/next': ({ state }) => json(200, next(state)),
  'GET /statements/{id}': read,
  'POST /quotes': quote,
  'PUT /users/{id}/plan': (call) => withUser(call, (user) => changePlan(call, user)),
};

const MONTH = { from: '2026-12-10', to: '2027-01-09', days: 31, periodDays: 31 };

/** As if all that is there now had been bought then. */
function issued(state: MockState, statement: MockStatement): IssuedStatement {
  const { lines, total } = next(state);
  const { id, from, to, issuedAt } = statement;
  const asThen = lines.map((line) => ({ ...line, from, to, days: 30, periodDays: 30 }));
  return { id, from, to, issuedAt, lines: asThen, total, payment: paymentOf(statement, total.amountCents) };
}

function list({ state }: Call): Response {
  const items = state.billing.statements.map((one): StatementSummary => {
    const { id, from, to, issuedAt, total, payment } = issued(state, one);
    return { id, from, to, issuedAt, total, payment };
  });
  return json(200, { items, total: items.length, next: null });
}

function read({ state, id }: Call): Response {
  const statement = state.billing.statements.find((one) => one.id === id);
  return statement === undefined ? problem(404, 'resource.not-found') : json(200, issued(state, statement));
}

/** What every statement of the mock comes to. */
export function totalCentsOf(state: MockState): number {
  return next(state).total.amountCents;
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
