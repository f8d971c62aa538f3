import { api, bodyOf } from '@/lib/api/client';
import type { User } from '@/lib/api/schema';

/** D5: no sign-in and no session until further notice. */
export function suspendUser(id: string): Promise<User> {
  return bodyOf(api.PUT('/users/{id}/suspension', { params: { path: { id } } }));
}

/** D5: as before the suspension. */
export function reactivateUser(id: string): Promise<User> {
  return bodyOf(api.DELETE('/users/{id}/suspension', { params: { path: { id } } }));
}
