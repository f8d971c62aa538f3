import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';

export function bridgeQuery(userId: string) {
  return queryOptions({
    queryKey: ['bridge', userId],
    queryFn: ({ signal }) => bodyOf(api.GET('/users/{id}/bridge', { params: { path: { id: userId } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
