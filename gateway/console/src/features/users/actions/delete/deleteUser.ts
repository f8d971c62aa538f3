import { api, bodyOf } from '@/lib/api/client';
import type { DeleteUser, User } from '@/lib/api/schema';

/** D6: takes effect at once and can be undone for a while. */
export async function deleteUser(id: string, request: DeleteUser): Promise<void> {
  await api.DELETE('/users/{id}', { params: { path: { id }, query: request } });
}

/** D6: undoes it; 402 with a quote when the slot that was kept is somebody else's by now, 410 when it is too late. */
export function restoreUser(id: string, acceptCharges: boolean): Promise<User> {
  return bodyOf(api.POST('/users/{id}/restore', { params: { path: { id } }, body: { acceptCharges } }));
}
