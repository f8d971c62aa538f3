import { api, bodyOf } from '../api/client';
import type { AssignNumber, PhoneNumber } from '../api/schema';

/** B7, B8: an unused number is a user's or the company's; 412 when somebody else was faster. */
export async function assignNumber({ number, version }: PhoneNumber, holder: AssignNumber): Promise<PhoneNumber> {
  const params = { path: { number }, header: { 'If-Match': `"${version}"` } };
  return bodyOf(api.PUT('/phone-numbers/{number}/assignment', { params, body: holder }));
}
