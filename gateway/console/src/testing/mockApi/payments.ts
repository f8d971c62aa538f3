import type { BillingAccount, Paying } from '../../lib/api/schema.ts';
import { json, problem } from './answers.ts';
import { paid, paymentOf, visa, type MockStatement } from './billing.ts';
import { id } from './ids.ts';
import { usd } from './plans.ts';
import type { Call, Routes } from './route.ts';
import type { MockState } from './state.ts';
import { totalCentsOf } from './statements.ts';

export const paymentRoutes: Routes = {
  'GET /billing-account': ({ state }) => json(200, account(state)),
  'POST /payment-method/setups': openCardPage,
  'POST /payment-method/setups/{id}/complete': takeCard,
  'POST /statements/{id}/payments': pay,
};

function account(state: MockState): BillingAccount {
  const { card, creditCents, statements } = state.billing;
  const unpaid = statements.filter(({ payment }) => payment.state !== 'PAID');
  return {
    standing: unpaid.some(({ payment }) => payment.state === 'PAST_DUE') ? 'PAST_DUE' : 'ACTIVE',
    card: card ?? null,
    unpaid: usd(unpaid.reduce((sum, one) => sum + paymentOf(one, totalCentsOf(state)).due.amountCents, 0)),
    credit: usd(creditCents),
  };
}

/** In the browser there is no provider: it comes back at once, as if a card had been entered. */
function openCardPage({ state, headers }: Call): Response {
  const setupId = id(600 + state.billing.cardPages.size);
  state.billing.cardPages.set(setupId, true);
  const host = headers.get('Host');
  return json(201, { setupId, url: host === null ? `https://cards.example/${setupId}` : `http://${host}/billing?card=${setupId}` });
}

function takeCard({ state, id: setupId }: Call): Response {
  const { billing } = state;
  const entered = billing.cardPages.get(setupId);
  if (entered === undefined) return problem(404, 'resource.not-found');
  if (!entered) return json(200, { entered });
  billing.card = { ...visa, lastFour: '4444', brand: 'mastercard' };
  if (billing.bank === 'TAKES') billing.statements = billing.statements.map(settled);
  return json(200, { entered });
}

function pay({ state, id: statementId }: Call): Response {
  const { billing } = state;
  const statement = billing.statements.find((one) => one.id === statementId);
  if (statement === undefined) return problem(404, 'resource.not-found');
  const answer = (one: MockStatement, more: Partial<Paying> = {}) => json(200, { payment: paymentOf(one, totalCentsOf(state)), ...more } satisfies Paying);
  if (statement.payment.state === 'PAID') return answer(statement);
  if (billing.card === undefined) return problem(409, 'payment.no-card');
  switch (billing.bank) {
    case 'TAKES':
      billing.statements = billing.statements.map((one) => (one === statement ? settled(one) : one));
      return answer(settled(statement));
    case 'ASKS':
      return answer(statement, { confirmationUrl: `https://bank.example/confirm/${statementId}` });
    case 'IS_AT_IT':
      return answer(statement);
    default: {
      const failed = { ...statement, payment: { ...statement.payment, failure: billing.bank } };
      billing.statements = billing.statements.map((one) => (one === statement ? failed : one));
      return problem(402, 'payment.declined', { reason: billing.bank });
    }
  }
}

function settled(statement: MockStatement): MockStatement {
  return statement.payment.state === 'PAID' ? statement : { ...statement, payment: { ...paid, tries: statement.payment.tries, paidAt: new Date().toISOString() } };
}
