import type { Payment, PaymentCard, PaymentFailure } from '../../lib/api/schema.ts';
import { usd } from './plans.ts';

export interface MockStatement {
  id: string;
  from: string;
  to: string;
  issuedAt: string;
  /** Of earlier statements, used for this one. */
  creditCents: number;
  payment: Omit<Payment, 'due' | 'credit'>;
}

export interface BillingState {
  card: PaymentCard | undefined;
  creditCents: number;
  /** The newest first. */
  statements: MockStatement[];
  /** By id: whether a card was entered there. */
  cardPages: Map<string, boolean>;
  /** What the bank does when it is asked: takes the money, wants it to be confirmed, is still at it, or refuses. */
  bank: 'TAKES' | 'ASKS' | 'IS_AT_IT' | Exclude<PaymentFailure, 'NO_CARD' | 'NEEDS_ACTION'>;
}

export const visa: PaymentCard = { brand: 'visa', lastFour: '4242', expiryMonth: 12, expiryYear: 2099 };

export const paid: MockStatement['payment'] = { state: 'PAID', tries: 0, nextTryAt: null, failure: null, paidAt: '2026-11-10T15:00:04Z' };

/** As it is when somebody has just signed up and added a card. */
export function demoBilling(): BillingState {
  const first = { id: '01998f3a-6c00-7a10-8000-4c1f0a9be901', from: '2026-11-10', to: '2026-12-09', issuedAt: '2026-11-10T15:00:00Z', creditCents: 0, payment: paid };
  return { card: visa, creditCents: 0, statements: [first], cardPages: new Map(), bank: 'TAKES' };
}

/** The payment of a statement as it is answered. */
export function paymentOf({ payment, creditCents }: MockStatement, totalCents: number): Payment {
  return { ...payment, due: usd(Math.max(0, totalCents - creditCents)), credit: usd(creditCents) };
}

/** A statement of the month before that nobody has paid yet; it is the next to be tried, or is not tried any more. */
export function unpaid(payment: Partial<MockStatement['payment']> = {}, more: Partial<MockStatement> = {}): MockStatement {
  return {
    id: '01998f3a-6c00-7a10-8000-4c1f0a9be902',
    from: '2026-11-10',
    to: '2026-12-09',
    issuedAt: '2026-11-10T15:00:00Z',
    creditCents: 0,
    payment: { state: 'ISSUED', tries: 1, nextTryAt: '2026-11-15T15:00:00Z', failure: null, paidAt: null, ...payment },
    ...more,
  };
}
