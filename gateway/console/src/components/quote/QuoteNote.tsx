import { Skeleton } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { Money, QuotedChange } from '@/lib/api/schema';
import { formatDay, formatMoney } from '@/lib/format';
import { quoteQuery } from '@/lib/quotes';
import styles from './QuoteNote.module.css';

/** What changes cost, before they are done: each month, and on the next statement (C1, E6). */
export function QuoteNote({ changes }: { changes: readonly QuotedChange[] }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(quoteQuery(changes));
  if (data === undefined) {
    return error === null ? (
      <Skeleton height="3rem" screenreaderText={t('loading')} />
    ) : (
      <ProblemAlert title={t('quote.notKnown')} problem={error} onRetry={() => void refetch()} />
    );
  }
  const { monthly, nextStatement, dueOn, losses } = data;
  return (
    <div className={styles['quote']} aria-live="polite">
      {losses.length > 0 && (
        <ul className={styles['losses']} aria-label={t('quote.losses')}>
          {losses.map((loss) => (
            <li key={loss}>{t(`quote.loss.${loss}`)}</li>
          ))}
        </ul>
      )}
      <dl className={styles['figures']}>
        <dt>{t('quote.monthly')}</dt>
        <dd>
          <Change {...monthly} />
        </dd>
        <dt>{t('quote.next', { day: formatDay(dueOn) })}</dt>
        <dd>
          <Change {...nextStatement} />
        </dd>
      </dl>
    </div>
  );
}

/** $10.00 more: $59.98. */
function Change({ before, after }: { before: Money; after: Money }) {
  const { t } = useTranslation();
  const cents = after.amountCents - before.amountCents;
  const more = formatMoney({ amountCents: Math.abs(cents), currency: after.currency });
  const total = formatMoney(after);
  if (cents === 0) return <>{t('quote.same', { total })}</>;
  return <>{t(cents > 0 ? 'quote.more' : 'quote.less', { more, total })}</>;
}
