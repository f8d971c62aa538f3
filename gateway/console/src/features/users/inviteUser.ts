import { api, bodyOf } from '@/lib/api/client';
import type { InviteUser, User } from '@/lib/api/schema';

/** C2: fills an open slot, or buys one when the charge was accepted; 402 with a quote otherwise. */
export function inviteUser(request: InviteUser, key: string): Promise<User> {
  return bodyOf(api.POST('/users', { body: request, params: { header: { 'Idempotency-Key': key } } }));
}
