import { queryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { linePart, type LineAccess, type LinePart } from '@/lib/user/linePart';

export function extensionQuery(id: string) {
  return queryOptions({
    queryKey: ['extension', id],
    queryFn: ({ signal }) => readExtension(id, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

async function readExtension(id: string, signal?: AbortSignal): Promise<LinePart<string>> {
  const answer = await api.GET('/users/{id}/extension', { params: { path: { id } }, ...(signal !== undefined && { signal }) });
  return linePart(answer, ({ extension }) => extension);
}

/** D7: another extension; the old one is free at once. */
export function extensionOf(id: string): LineAccess<string> {
  return {
    read: () => readExtension(id),
    write: async (extension, etag) => {
      const params = { path: { id }, header: { 'If-Match': etag } };
      return linePart(await api.PUT('/users/{id}/extension', { params, body: { extension } }), (answer) => answer.extension);
    },
  };
}
