import { api } from '@/lib/api/client';
import type { DeleteUser } from '@/lib/api/schema';

/** D6: takes effect at once and can be undone for a while. */
export async function deleteUser(id: string, request: DeleteUser): Promise<void> {
  await api.DELETE('/users/{id}', { params: { path: { id }, query: request } });
}
