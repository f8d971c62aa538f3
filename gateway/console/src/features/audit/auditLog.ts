import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';
import { queryOf, type AuditView } from './auditView';

export const pageSize = 50;

/** The API counts no further. */
export const counted = 10_000;

/** H2: a page of the log, newest first. */
export function auditQuery(view: AuditView, cursor: string | undefined) {
  return queryOptions({
    queryKey: ['audit', view, cursor],
    queryFn: ({ signal }) => {
      const query = { ...queryOf(view), limit: pageSize, ...(cursor !== undefined && { cursor }) };
      return bodyOf(api.GET('/audit', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
