import { api, bodyOf } from '@/lib/api/client';
import type { SignUp } from '@/lib/api/schema';

/** A1: account, admin, slots and main number in one request, all or nothing. */
export function createAccount(signUp: SignUp, key: string): Promise<{ accountId: string; userId: string }> {
  return bodyOf(api.POST('/accounts', { body: signUp, params: { header: { 'Idempotency-Key': key } } }));
}
