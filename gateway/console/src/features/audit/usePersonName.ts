import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';
import type { AuditEntry } from '@/lib/api/schema';
import { fullName } from '@/lib/format';

/** The name of a person whose id stands in the address; one who was deleted has the name that the log knows. */
export function usePersonName(id: string): string {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['person-name', id],
    queryFn: async ({ signal }): Promise<string | null> => {
      try {
        return fullName(await bodyOf(api.GET('/users/{id}', { params: { path: { id } }, signal })));
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.status === 404) return null;
        throw problem;
      }
    },
    enabled: id !== '',
  });
  if (id === '') return '';
  return data ?? nameInLog(client.getQueriesData<{ items: AuditEntry[] }>({ queryKey: ['audit'] }), id) ?? t('audit.who.erased');
}

function nameInLog(pages: (readonly [unknown, { items: AuditEntry[] } | undefined])[], id: string): string | undefined {
  for (const [, page] of pages) {
    for (const { actor, subject } of page?.items ?? []) {
      const named = [actor, subject].find((one) => one.id === id && one.name !== null);
      if (named?.name) return named.name;
    }
  }
  return undefined;
}
