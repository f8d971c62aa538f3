import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';
import type { IssuedStatement, NextStatement, StatementLine, User } from '@/lib/api/schema';

/** A statement with those whom its lines are about, by id; who was deleted is missing. */
type Named<T> = T & { people: Map<string, User> };
export type NamedStatement = Named<NextStatement>;

const MOST_PEOPLE = 200;
/** More than eight years. */
const MOST_STATEMENTS = 100;

/** E6: the next statement, with those whom it is about: two requests. */
export const nextStatementQuery = queryOptions({
  queryKey: ['next-statement'],
  queryFn: async ({ signal }): Promise<NamedStatement> => named(await bodyOf(api.GET('/statements/next', { signal })), signal),
  staleTime: 0,
  refetchOnWindowFocus: 'always',
});

export const statementsKey = ['statements'];

/** E6: the past statements, the newest first. */
export const statementsQuery = queryOptions({
  queryKey: statementsKey,
  queryFn: ({ signal }) => bodyOf(api.GET('/statements', { params: { query: { limit: MOST_STATEMENTS } }, signal })),
  staleTime: 0,
});

/** E6: one past statement, of which only the payment changes, with those whom it is about. */
export function statementQuery(id: string) {
  return queryOptions({
    queryKey: ['statement', id],
    queryFn: async ({ signal }): Promise<Named<IssuedStatement>> =>
      named(await bodyOf(api.GET('/statements/{id}', { params: { path: { id } }, signal })), signal),
    staleTime: 0,
  });
}

async function named<T extends { lines: StatementLine[] }>(statement: T, signal: AbortSignal): Promise<Named<T>> {
  const ids = [...new Set(statement.lines.flatMap(({ userId }) => userId ?? []))].slice(0, MOST_PEOPLE);
  if (ids.length === 0) return { ...statement, people: new Map() };
  const { items } = await bodyOf(api.GET('/users', { params: { query: { id: ids.join(','), limit: ids.length } }, signal }));
  return { ...statement, people: new Map(items.map((user) => [user.id, user])) };
}
