import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { EditUser, UserDetails } from '../api/schema';

/** A user as he was read, with the tag of that version. */
export interface ReadUser {
  user: UserDetails;
  etag: string;
}

/** What a form is filled with: it must not change while somebody types. */
export function userDetailsQuery(id: string) {
  return queryOptions({
    queryKey: ['user', id],
    queryFn: ({ signal }) => readUser(id, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export async function readUser(id: string, signal?: AbortSignal): Promise<ReadUser> {
  return readOf(await api.GET('/users/{id}', { params: { path: { id } }, ...(signal !== undefined && { signal }) }));
}

/** D1: changes only what is sent; 412 when somebody else was faster. */
export async function editUser(id: string, changes: EditUser, etag: string): Promise<ReadUser> {
  return readOf(await api.PATCH('/users/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body: changes }));
}

function readOf({ data, response }: { data?: UserDetails; response: Response }): ReadUser {
  if (data === undefined) throw new Error('The answer has no body');
  return { user: data, etag: response.headers.get('ETag') ?? `"${data.version}"` };
}
