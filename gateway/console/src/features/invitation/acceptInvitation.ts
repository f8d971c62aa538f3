import { api } from '@/lib/api/client';

/** Sets the password and makes the person ACTIVE; the link is used up. Refused with invitation.* or password.*. */
export async function acceptInvitation(request: { token: string; password: string }): Promise<void> {
  await api.POST('/invitations/accept', { body: request });
}
