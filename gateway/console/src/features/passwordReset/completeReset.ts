import { api } from '@/lib/api/client';

/** Sets the password; link, old password and all sessions are dead. Refused with password-reset.* or password.*. */
export async function completeReset(request: { token: string; password: string }): Promise<void> {
  await api.POST('/password-resets/complete', { body: request });
}
