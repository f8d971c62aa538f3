import { api, bodyOf } from '@/lib/api/client';
import { webAddress } from '@/lib/leaving';

/** What has come of paying: all is paid; the provider is still at it; or the bank wants it confirmed at its page. */
export type Outcome = { state: 'paid' } | { state: 'open' } | { state: 'confirm'; statementId: string; address: string };

/**
 * E7: pays statements with the account's card, one after the other, and stops at the first that is not paid. Doing it twice
 * pays once. Refusals: payment.declined with the reason, payment.no-card, payment.in-progress, payment.provider-unavailable.
 */
export async function payStatements(ids: readonly string[]): Promise<Outcome> {
  for (const id of ids) {
    const { payment, confirmationUrl } = await bodyOf(api.POST('/statements/{id}/payments', { params: { path: { id } } }));
    if (confirmationUrl) return { state: 'confirm', statementId: id, address: webAddress(confirmationUrl) };
    if (payment.state !== 'PAID') return { state: 'open' };
  }
  return { state: 'paid' };
}
