import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';
import type { AssignNumber, PhoneNumber, User } from '@/lib/api/schema';
import { usersKey } from '@/lib/user/usersKey';
import { queryOf, type NumbersView } from './numbersView';

export const pageSize = 50;

const numbersKey = ['numbers'] as const;

export interface NumbersPage {
  items: PhoneNumber[];
  total: number;
  next?: string | null;
  /** Who has them, by id; who was deleted is missing. */
  holders: Map<string, User>;
}

/** F1: a page of the company's numbers, with those who have them: two requests, however many there are. */
export function numbersQuery(view: NumbersView, cursor: string | undefined) {
  return queryOptions({
    queryKey: [...numbersKey, view, cursor],
    queryFn: async ({ signal }): Promise<NumbersPage> => {
      const query = { ...queryOf(view), limit: pageSize, ...(cursor !== undefined && { cursor }) };
      const page = await bodyOf(api.GET('/phone-numbers', { params: { query }, signal }));
      return { ...page, holders: await holdersOf(page.items, signal) };
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchOnWindowFocus: 'always',
  });
}

async function holdersOf(numbers: readonly PhoneNumber[], signal: AbortSignal): Promise<Map<string, User>> {
  const ids = [...new Set(numbers.flatMap(({ userId }) => userId ?? []))];
  if (ids.length === 0) return new Map();
  const query = { id: ids.join(','), limit: ids.length };
  const { items } = await bodyOf(api.GET('/users', { params: { query }, signal }));
  return new Map(items.map((user) => [user.id, user]));
}

/** B7, B8: an unused number is a user's or the company's; 412 when somebody else was faster. */
export async function assignNumber({ number, version }: PhoneNumber, holder: AssignNumber): Promise<PhoneNumber> {
  const params = { path: { number }, header: { 'If-Match': `"${version}"` } };
  return bodyOf(api.PUT('/phone-numbers/{number}/assignment', { params, body: holder }));
}

/** It stays with the company and is unused. */
export async function unassignNumber({ number, version }: PhoneNumber): Promise<PhoneNumber> {
  return bodyOf(api.DELETE('/phone-numbers/{number}/assignment', { params: { path: { number }, header: { 'If-Match': `"${version}"` } } }));
}

/** Everything that shows numbers asks again. */
export function refreshNumbers(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: numbersKey });
  void client.invalidateQueries({ queryKey: usersKey });
}
