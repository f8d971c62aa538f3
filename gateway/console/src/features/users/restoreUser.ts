import { api, bodyOf } from '@/lib/api/client';
import type { User } from '@/lib/api/schema';

/** D6: as before the deletion; 402 with a quote when the slot that was kept is gone, 410 when it is too late. */
export function restoreUser(id: string, acceptCharges: boolean): Promise<User> {
  return bodyOf(api.POST('/users/{id}/restore', { params: { path: { id } }, body: { acceptCharges } }));
}
