import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';
import type { NextStatement, User } from '@/lib/api/schema';

export interface NamedStatement extends NextStatement {
  /** Whom lines are about, by id; who was deleted is missing. */
  people: Map<string, User>;
}

const MOST_PEOPLE = 200;

/** E6: the next statement, with those whom it is about: two requests. */
export const nextStatementQuery = queryOptions({
  queryKey: ['next-statement'],
  queryFn: async ({ signal }): Promise<NamedStatement> => {
    const statement = await bodyOf(api.GET('/statements/next', { signal }));
    const ids = [...new Set(statement.lines.flatMap(({ userId }) => userId ?? []))].slice(0, MOST_PEOPLE);
    if (ids.length === 0) return { ...statement, people: new Map() };
    const { items } = await bodyOf(api.GET('/users', { params: { query: { id: ids.join(','), limit: ids.length } }, signal }));
    return { ...statement, people: new Map(items.map((user) => [user.id, user])) };
  },
  staleTime: 0,
  refetchOnWindowFocus: 'always',
});
