import { api } from '@/lib/api/client';

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

/** G1: all other sessions end. Refused with password.*, and like a sign-in after too many wrong ones. */
export async function changePassword(id: string, request: PasswordChange): Promise<void> {
  await api.PUT('/users/{id}/password', { params: { path: { id } }, body: request });
}
