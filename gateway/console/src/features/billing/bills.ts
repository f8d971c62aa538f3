import type { BillingAccount, Money, StatementSummary } from '@/lib/api/schema';

/** What the Billing page has to say about what is unpaid. */
export interface Standing {
  kind: 'pastDue' | 'noCard' | 'failed' | 'charging';
  unpaid: Money;
  /** The oldest first. */
  bills: readonly StatementSummary[];
  /** Why the last try of the oldest that has failed did so. */
  failure: NonNullable<StatementSummary['payment']['failure']> | undefined;
  /** The next try of any. */
  nextTryAt: string | undefined;
}

/** Nothing when all is paid, or will be paid by itself without anybody doing anything. */
export function standingOf(account: BillingAccount, statements: readonly StatementSummary[], isCharging: boolean): Standing | undefined {
  const bills = statements.filter(({ payment }) => payment.state !== 'PAID').toSorted((a, b) => a.issuedAt.localeCompare(b.issuedAt));
  const failure = bills.map(({ payment }) => payment.failure).find((one) => one);
  const nextTryAt = bills.flatMap(({ payment }) => payment.nextTryAt ?? []).toSorted()[0];
  const standing = { unpaid: account.unpaid, bills, failure: failure ?? undefined, nextTryAt };
  if (account.standing === 'PAST_DUE') return { ...standing, kind: 'pastDue' };
  if (account.unpaid.amountCents <= 0) return undefined;
  if (!account.card) return { ...standing, kind: 'noCard' };
  if (failure && failure !== 'NO_CARD') return { ...standing, kind: 'failed' };
  return isCharging ? { ...standing, kind: 'charging' } : undefined;
}
