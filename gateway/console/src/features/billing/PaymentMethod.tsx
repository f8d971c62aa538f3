import { Button, Card, CardBody, CardTitle, Skeleton } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { billingAccountQuery } from './billingAccount';
import { CardFacts } from './CardFacts';
import { useCardPage } from './useCardPage';
import styles from './Billing.module.css';

/** E7: the card that statements are charged to. It is entered at the payment provider's page, never here. */
export function PaymentMethod() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(billingAccountQuery);
  const { open, isBusy, problem } = useCardPage();
  return (
    <Card component="section">
      <CardTitle component="h2">{t('payment.method.title')}</CardTitle>
      <CardBody className={styles['body'] ?? ''}>
        {error !== null && (
          <ProblemAlert title={t('payment.method.notLoaded')} problem={error} variant={data === undefined ? 'danger' : 'warning'} onRetry={() => void refetch()} />
        )}
        {data === undefined && error === null && <Skeleton height="4rem" screenreaderText={t('loading')} />}
        {data === null && <p>{t('payment.method.settingUp')}</p>}
        {data && (
          <>
            {data.card ? <CardFacts card={data.card} /> : <p>{t('payment.method.none')}</p>}
            <p className={styles['subtle']}>{t('payment.method.elsewhere')}</p>
            {problem !== undefined && <ProblemAlert title={t('payment.method.notOpened')} problem={problem} />}
            <div>
              <Button variant="secondary" isLoading={isBusy} isAriaDisabled={isBusy} onClick={open}>
                {t(data.card ? 'payment.method.replace' : 'payment.method.add')}
              </Button>
            </div>
          </>
        )}
      </CardBody>
    </Card>
  );
}
