import { Alert, Button } from '@patternfly/react-core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { QuoteNote } from '@/components/quote/QuoteNote';
import { useToasts } from '@/components/toasts/toasts';
import type { QuotedChange, User } from '@/lib/api/schema';
import { formatDay, formatMoney } from '@/lib/format';
import { problemText } from '@/lib/problemText';
import { quoteQuery } from '@/lib/quotes';
import { refreshAfterChange, type Advised } from './usage';
import styles from './Usage.module.css';
import { nameOf } from './UsageTable';
import { useChangePlans, type Outcome } from './useChangePlans';

interface Props {
  rows: readonly Advised[];
  people: Map<string, User>;
  onClose: () => void;
}

/** E9: what the advised plans cost together, in one quote; then each is changed, and what was not says why. */
export function ChangePlansDialog({ rows, people, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const changes = rows.map(({ userId, advice: { plan } }): QuotedChange => ({ type: 'CHANGE_PLAN', userId, plan }));
  const { data: quote } = useQuery(quoteQuery(changes));
  const [outcomes, setOutcomes] = useState<Outcome[]>();
  const count = rows.length;
  const words = (row: Advised) => ({ name: nameOf(row, people, t), from: t(`plans.${row.plan}`), to: t(`plans.${row.advice.plan}`) });

  const act = useChangePlans(rows, (results) => {
    refreshAfterChange(client);
    if (results.some(({ problem }) => problem !== undefined)) return setOutcomes(results);
    const bill = quote && { total: formatMoney(quote.nextStatement.after), day: formatDay(quote.dueOn) };
    toasts.show({ variant: 'success', title: t('changePlans.done', { count }), ...(bill && { body: () => t('changePlan.next', bill) }) });
    onClose();
  });

  if (outcomes !== undefined) {
    const failed = outcomes.filter(({ problem }) => problem !== undefined).length;
    return (
      <Dialog title={t('changePlans.failed', { count: failed })} isBusy={false} onClose={onClose} footer={<Button onClick={onClose}>{t('changePlans.close')}</Button>}>
        <div role="alert" className={styles['results']}>
          {count > failed && <Alert isInline variant="success" title={t('changePlans.done', { count: count - failed })} component="p" />}
          <Alert isInline variant="danger" title={t('changePlans.failed', { count: failed })} component="p" />
        </div>
        <ul aria-label={t('changePlans.results')}>
          {outcomes.map(({ row, problem }) => (
            <li key={row.userId}>
              {problem === undefined ? t('changePlans.rowDone', words(row)) : t('changePlans.rowFailed', { ...words(row), why: problemText(problem, t) })}
            </li>
          ))}
        </ul>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t('changePlans.title', { count })}
      text={t('changePlans.text')}
      isBusy={act.isBusy}
      onClose={onClose}
      footer={
        <DialogButtons
          submit={t('changePlans.submit', { count })}
          onSubmit={() => quote !== undefined && act.start()}
          isBusy={act.isBusy}
          onClose={onClose}
        />
      }
    >
      <ul className={styles['changes']} aria-label={t('changePlans.list')}>
        {rows.map((row) => (
          <li key={row.userId}>{t('changePlans.row', words(row))}</li>
        ))}
      </ul>
      <QuoteNote changes={changes} />
      {act.isBusy && <p role="status">{t('changePlans.progress', { number: act.number, all: count })}</p>}
    </Dialog>
  );
}
