import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';
import type { Destination, PhoneNumber, User } from '@/lib/api/schema';
import { numbersKey } from '@/lib/numbers/numbersKey';
import { queryOf, type NumbersView } from './numbersView';

export const pageSize = 50;

export interface NumbersPage {
  items: PhoneNumber[];
  total: number;
  next?: string | null;
  /** Who has them or is called by them, by id; who was deleted is missing. */
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
  const ids = [...new Set(numbers.flatMap(({ userId, destination }) => [userId ?? [], destination?.userId ?? []].flat()))];
  if (ids.length === 0) return new Map();
  const query = { id: ids.join(','), limit: ids.length };
  const { items } = await bodyOf(api.GET('/users', { params: { query }, signal }));
  return new Map(items.map((user) => [user.id, user]));
}

/** It stays with the company and is unused. */
export async function unassignNumber(number: PhoneNumber): Promise<PhoneNumber> {
  return bodyOf(api.DELETE('/phone-numbers/{number}/assignment', { params: asSeen(number) }));
}

/** F1: it costs nothing from now on, and can be taken back for a while. */
export async function releaseNumber(number: PhoneNumber): Promise<PhoneNumber> {
  return bodyOf(api.DELETE('/phone-numbers/{number}', { params: asSeen(number) }));
}

/** F1: the company has a released number again, at the price that was shown. */
export async function takeNumberBack({ number }: PhoneNumber): Promise<PhoneNumber> {
  return bodyOf(api.POST('/phone-numbers/{number}/restore', { params: { path: { number } }, body: { acceptCharges: true } }));
}

/** F2: what happens when it is called. */
export async function leadNumber(number: PhoneNumber, body: Destination): Promise<PhoneNumber> {
  return bodyOf(api.PUT('/phone-numbers/{number}/destination', { params: asSeen(number), body }));
}

function asSeen({ number, version }: PhoneNumber) {
  return { path: { number }, header: { 'If-Match': `"${version}"` } };
}
