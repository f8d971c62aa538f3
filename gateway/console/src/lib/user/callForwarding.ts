import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import { linePart, type LineAccess, type LinePart } from './linePart';

/** Where calls are forwarded to, E.164; null: they are not. */
export type ForwardTo = string | null;

export function forwardingQuery(id: string) {
  return queryOptions({
    queryKey: ['callForwarding', id],
    queryFn: ({ signal }) => readForwarding(id, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

async function readForwarding(id: string, signal?: AbortSignal): Promise<LinePart<ForwardTo>> {
  const answer = await api.GET('/users/{id}/call-forwarding', { params: { path: { id } }, ...(signal !== undefined && { signal }) });
  return linePart(answer, ({ number }) => number ?? null);
}

/** D2: calls are forwarded to one number as people write it, or no longer, which is never refused. */
export function forwardingOf(id: string): LineAccess<ForwardTo> {
  return {
    read: () => readForwarding(id),
    write: async (number, etag) => {
      const path = { id };
      const answer =
        number === null
          ? await api.DELETE('/users/{id}/call-forwarding', { params: { path } })
          : await api.PUT('/users/{id}/call-forwarding', { params: { path, header: { 'If-Match': etag } }, body: { number } });
      return linePart(answer, (forwarding) => forwarding.number ?? null);
    },
  };
}
