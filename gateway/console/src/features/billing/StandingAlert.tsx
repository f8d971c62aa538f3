import { Alert, Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { formatMoney } from '@/lib/format';
import { useForAWhile } from '@/lib/useForAWhile';
import { billingAccountQuery } from './billingAccount';
import { standingOf } from './bills';
import { Finding } from './Finding';
import { PayProblem } from './PayProblem';
import { StandingText } from './StandingText';
import { statementsQuery } from './statements';
import { useCardPage } from './useCardPage';
import { useCardReturn } from './useCardReturn';
import { usePaying } from './usePaying';
import styles from './Billing.module.css';

const variants = { pastDue: 'danger', failed: 'warning', noCard: 'info', charging: 'info' } as const;

/** E7: what is unpaid, what that means, and what to do; and what has come of a card that was entered. */
export function StandingAlert() {
  const { t } = useTranslation();
  const watch = useForAWhile();
  const back = useCardReturn(watch.begin);
  const account = useQuery({ ...billingAccountQuery, ...(watch.isOn && { refetchInterval: watch.everyMillis }) });
  const statements = useQuery({ ...statementsQuery, refetchInterval: watch.everyMillis });
  const cardPage = useCardPage();
  const paying = usePaying(watch.begin);
  const standing = account.data ? standingOf(account.data, statements.data?.items ?? [], watch.isOn) : undefined;
  const hasCard = Boolean(account.data?.card);
  return (
    <>
      {back.error !== null && <ProblemAlert title={t('payment.method.notTaken')} problem={back.error} onRetry={back.retry} />}
      {standing !== undefined && (
        <Alert isInline variant={variants[standing.kind]} title={t(`payment.standing.${standing.kind}.title`, { unpaid: formatMoney(standing.unpaid) })} component="h2">
          <StandingText standing={standing} />
          {hasCard && <Finding isOn={watch.isOn && !paying.isRefused} />}
          {standing.kind !== 'charging' && (
            <div className={styles['actions']}>
              {hasCard && standing.bills.length > 0 && (
                <Button
                  size="sm"
                  isLoading={paying.isBusy}
                  isAriaDisabled={paying.isBusy || cardPage.isBusy}
                  onClick={() => paying.pay({ ids: standing.bills.map(({ id }) => id), due: standing.unpaid })}
                >
                  {t('payment.pay', { due: formatMoney(standing.unpaid) })}
                </Button>
              )}
              <Button
                size="sm"
                variant={hasCard ? 'secondary' : 'primary'}
                isLoading={cardPage.isBusy}
                isAriaDisabled={paying.isBusy || cardPage.isBusy}
                onClick={cardPage.open}
              >
                {t(hasCard ? 'payment.method.other' : 'payment.method.add')}
              </Button>
            </div>
          )}
        </Alert>
      )}
      {standing !== undefined && <PayProblem problem={paying.problem} />}
      {cardPage.problem !== undefined && <ProblemAlert title={t('payment.method.notOpened')} problem={cardPage.problem} />}
    </>
  );
}
