import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';
import type { ChangeAdmin } from '@/lib/api/schema';

export const shortestSearch = 2;

/** The key under which everything of an account lies. */
export const accountsKey = ['support-accounts'] as const;

/** At most the first 50 by name; the total says whether there are more. */
export function accountsQuery(search: string) {
  return queryOptions({
    queryKey: [...accountsKey, search],
    queryFn: ({ signal }) => bodyOf(api.GET('/support/accounts', { params: { query: { search } }, signal })),
    enabled: search.trim().length >= shortestSearch,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

export function peopleQuery(accountId: string, search: string) {
  return queryOptions({
    queryKey: [...accountsKey, accountId, 'people', search],
    queryFn: ({ signal }) => {
      const query = search === '' ? {} : { search };
      return bodyOf(api.GET('/support/accounts/{id}/users', { params: { path: { id: accountId }, query }, signal }));
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** The person becomes an admin; those before are none any more unless they are kept. All of them get a mail. */
export async function changeAdmin(accountId: string, request: ChangeAdmin): Promise<void> {
  await api.PUT('/support/accounts/{id}/admin', { params: { path: { id: accountId } }, body: request });
}
