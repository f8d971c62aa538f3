import { api } from '@/lib/api/client';

/** D4: a new invitation by a new mail; the old link is void. */
export async function resendInvite(id: string, key: string): Promise<void> {
  await api.POST('/users/{id}/invitations', { params: { path: { id }, header: { 'Idempotency-Key': key } } });
}

/** D3: a mail with a link to set a new password. */
export async function resetPassword(id: string, key: string): Promise<void> {
  await api.POST('/users/{id}/password-resets', { params: { path: { id }, header: { 'Idempotency-Key': key } } });
}
