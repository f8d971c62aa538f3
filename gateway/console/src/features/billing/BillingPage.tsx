import { Card, CardBody, CardTitle, Skeleton } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemAlert } from '@/components/ProblemAlert';
import { formatDay, formatMoney } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useTitle } from '@/lib/useTitle';
import styles from './Billing.module.css';
import { Credit } from './Credit';
import { PastStatements } from './PastStatements';
import { PaymentMethod } from './PaymentMethod';
import { Prices } from './Prices';
import { StandingAlert } from './StandingAlert';
import { StatementLines } from './StatementLines';
import { nextStatementQuery, type NamedStatement } from './statements';

/** E6, the tab of statements: what the next one will show, and what each change of this month did to it; what was issued. */
export function BillingPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(nextStatementQuery);
  useTitle(t('billing.title'));
  return (
    <div className={styles['page']}>
      <StandingAlert />
      {error !== null && (
        <ProblemAlert
          title={t(data === undefined ? 'billing.notLoaded' : 'billing.notRefreshed')}
          problem={error}
          variant={data === undefined ? 'danger' : 'warning'}
          onRetry={() => void refetch()}
        />
      )}
      {(data !== undefined || error === null) && (
        <Card component="section">
          <CardTitle component="h2">{t('billing.next.title')}</CardTitle>
          <CardBody>{data === undefined ? <Skeleton height="9rem" screenreaderText={t('loading')} /> : <Next statement={data} />}</CardBody>
        </Card>
      )}
      <PaymentMethod />
      <PastStatements />
      <Prices />
    </div>
  );
}

function Next({ statement }: { statement: NamedStatement }) {
  const { t } = useTranslation();
  return (
    <div className={styles['page']}>
      <p className={styles['total']}>{formatMoney(statement.total)}</p>
      <p>{t('billing.next.text', { day: formatDay(statement.from), monthly: formatMoney(statement.monthly) })}</p>
      <Credit />
      <StatementLines statement={statement} />
      <p className={styles['links']}>
        <Link to={paths.users}>{t('billing.next.plans')}</Link>
        <Link to={paths.numbers}>{t('billing.next.numbers')}</Link>
      </p>
    </div>
  );
}
