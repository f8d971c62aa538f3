import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToasts } from '@/components/toasts/toasts';
import { ApiProblem } from '@/lib/api/problem';
import type { Money } from '@/lib/api/schema';
import { formatMoney } from '@/lib/format';
import { useLeaving } from '@/lib/leaving';
import { useOnce } from '@/lib/useOnce';
import { noteAtBank } from './bankReturn';
import { refreshBilling } from './billingAccount';
import { payStatements, type Outcome } from './payStatements';

interface Bill {
  ids: readonly string[];
  /** Of all of them. */
  due: Money;
}

/**
 * Pays statements (E7).
 *
 * @param onOpen called when what has come of it will be known in a while
 */
export function usePaying(onOpen: () => void) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const { leave, isLeaving } = useLeaving();
  const { send, isBusy } = useOnce<Bill, Outcome & Pick<Bill, 'due'>>({
    run: async ({ ids, due }) => ({ ...(await payStatements(ids)), due }),
    onDone: async (outcome) => {
      // Until the page shows it, the button would pay again.
      await refreshBilling(client);
      switch (outcome.state) {
        case 'paid':
          toasts.show({ variant: 'success', title: t('payment.paidNow', { due: formatMoney(outcome.due) }) });
          // The button that had the focus is about to go.
          document.querySelector<HTMLElement>('[data-page-heading]')?.focus({ preventScroll: true });
          return;
        case 'open':
          onOpen();
          return;
        case 'confirm':
          noteAtBank(outcome.statementId);
          leave(outcome.address);
      }
    },
    onRefused: async (refusal) => {
      setProblem(refusal);
      if (isUndecided(refusal)) onOpen();
      await refreshBilling(client);
    },
  });
  const pay = (bill: Bill) => {
    setProblem(undefined);
    send(bill);
  };
  return { pay, isBusy: isBusy || isLeaving, problem, isRefused: problem !== undefined && !isUndecided(problem) };
}

/** Nobody knows yet whether it is paid. */
function isUndecided(problem: unknown): boolean {
  return problem instanceof ApiProblem && (problem.code === 'payment.in-progress' || problem.outcomeUnknown);
}
