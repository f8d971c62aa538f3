import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';
import type { MonthUsage, PlanAdvice, PlanCode, User, UserUsage } from '@/lib/api/schema';
import { usersKey } from '@/lib/user/usersKey';

export const pageSize = 50;

const usageKey = ['usage'] as const;

/** What is shown; kept in the address. */
export interface UsageView {
  /** Such as 2026-11; undefined: the present one. */
  month?: string;
  /** Only those with advice. */
  advised: boolean;
}

/** A page with those whom it is about, by id; who was deleted is missing. */
export type NamedUsage = MonthUsage & { people: Map<string, User> };

/** A row that another plan is advised for. */
export type Advised = UserUsage & { plan: PlanCode; advice: PlanAdvice };

export function isAdvised(row: UserUsage): row is Advised {
  return Boolean(row.advice && row.plan);
}

/** E9: who has called how much, with names: two requests. */
export function usageQuery({ month, advised }: UsageView, cursor: string | undefined) {
  return queryOptions({
    queryKey: [...usageKey, month, advised, cursor],
    queryFn: async ({ signal }): Promise<NamedUsage> => {
      const query = { limit: pageSize, ...(advised && { advised }), ...(month !== undefined && { month }), ...(cursor !== undefined && { cursor }) };
      const page = await bodyOf(api.GET('/usage', { params: { query }, signal }));
      return { ...page, people: await peopleOf(page.items, signal) };
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

async function peopleOf(rows: readonly UserUsage[], signal: AbortSignal): Promise<Map<string, User>> {
  if (rows.length === 0) return new Map();
  const query = { id: rows.map(({ userId }) => userId).join(','), limit: rows.length };
  const { items } = await bodyOf(api.GET('/users', { params: { query }, signal }));
  return new Map(items.map((user) => [user.id, user]));
}

/** Plans have changed: advice, lists of users and the next statement are old. */
export function refreshAfterChange(client: QueryClient): void {
  for (const queryKey of [usageKey, usersKey, ['next-statement']]) void client.invalidateQueries({ queryKey });
}
