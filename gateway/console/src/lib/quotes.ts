import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './api/client';
import type { QuotedChange, StatementQuote } from './api/schema';

/** C1: what changes would do to the next statement; asked anew each time, as it changes from day to day. */
export function quoteQuery(changes: readonly QuotedChange[]) {
  return queryOptions({
    queryKey: ['quote', changes],
    queryFn: ({ signal }): Promise<StatementQuote> => bodyOf(api.POST('/quotes', { body: { changes: [...changes] }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
}
