import { Card, CardBody, CardTitle, Skeleton } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { PlanOffer } from '@/components/PlanOffer';
import { ProblemAlert } from '@/components/ProblemAlert';
import { usePlans } from '@/lib/plans';
import { NumberPrice } from './NumberPrice';
import styles from './Billing.module.css';

/** E1: what everything costs. */
export function Prices() {
  const { t } = useTranslation();
  const { data, error, refetch } = usePlans();
  return (
    <Card component="section">
      <CardTitle component="h2">{t('prices.title')}</CardTitle>
      <CardBody className={styles['body'] ?? ''}>
        {error !== null && <ProblemAlert title={t('prices.notLoaded')} problem={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton height="8rem" screenreaderText={t('loading')} />}
        {data !== undefined && (
          <ul className={styles['plans']}>
            {data.map((plan) => (
              <li key={plan.code} className={styles['plan']}>
                <PlanOffer plan={plan} />
              </li>
            ))}
          </ul>
        )}
        <NumberPrice />
      </CardBody>
    </Card>
  );
}
