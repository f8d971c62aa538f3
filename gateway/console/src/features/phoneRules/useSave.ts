import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToasts } from '@/components/toasts/toasts';
import { ApiProblem } from '@/lib/api/problem';
import { useOnce } from '@/lib/useOnce';

/** Saves a rule once; when another admin was faster, what he set is shown and nothing of it is overwritten. */
export function useSave<V, R>(queryKey: QueryKey, run: (variables: V) => Promise<R>) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const [problem, setProblem] = useState<unknown>(null);
  const { send, isBusy } = useOnce({
    run,
    onDone: (saved) => {
      client.setQueryData(queryKey, saved);
      toasts.show({ variant: 'success', title: t('phoneRules.saved') });
    },
    onRefused: (refusal) => {
      if (refusal instanceof ApiProblem && refusal.code === 'version.mismatch') {
        toasts.show({ variant: 'warning', title: t('phoneRules.overtaken') });
        void client.invalidateQueries({ queryKey });
      }
      setProblem(refusal);
    },
  });
  return {
    isBusy,
    problem,
    save: (variables: V) => {
      setProblem(null);
      send(variables);
    },
  };
}
