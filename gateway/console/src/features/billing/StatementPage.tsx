import { Card, CardBody, PageSection, Skeleton } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PageHeading } from '@/components/PageHeading';
import { ProblemAlert } from '@/components/ProblemAlert';
import { formatDate, formatDay, formatMoney } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useForAWhile } from '@/lib/useForAWhile';
import { useTitle } from '@/lib/useTitle';
import { useBankReturn } from './bankReturn';
import styles from './Billing.module.css';
import { PdfLink } from './PdfLink';
import { StatementLines } from './StatementLines';
import { StatementPayment } from './StatementPayment';
import { statementQuery } from './statements';

/** E6: one past statement with all its lines. */
export function StatementPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const isBack = useBankReturn(id);
  const watch = useForAWhile(isBack);
  // Who comes from entering a card comes before it has been tried.
  const arrival = useForAWhile(true);
  const { data, error, refetch } = useQuery({
    ...statementQuery(id),
    refetchInterval: ({ state }) => state.data?.payment.state !== 'PAID' && (watch.everyMillis || arrival.everyMillis),
  });
  const title = data === undefined ? t('billing.statement.title') : t('billing.statement.of', { from: formatDay(data.from), to: formatDay(data.to) });
  useTitle(title);
  return (
    <PageSection isWidthLimited isFilled>
      <div className={styles['page']}>
        <div>
          <Link to={paths.billing}>{t('billing.statement.back')}</Link>
          <PageHeading size="2xl">{title}</PageHeading>
        </div>
        {error !== null && <ProblemAlert title={t('billing.statement.notLoaded')} problem={error} onRetry={() => void refetch()} />}
        {data !== undefined && <StatementPayment statement={data} isFinding={watch.isOn} onOpen={watch.begin} />}
        {(data !== undefined || error === null) && (
          <Card component="section">
            <CardBody>
              {data === undefined ? (
                <Skeleton height="9rem" screenreaderText={t('loading')} />
              ) : (
                <div className={styles['page']}>
                  <p className={styles['total']}>{formatMoney(data.total)}</p>
                  <p className={styles['links']}>
                    <span>{t('billing.statement.issued', { day: formatDate(data.issuedAt) })}</span>
                    <PdfLink statement={data} />
                  </p>
                  <StatementLines statement={data} />
                </div>
              )}
            </CardBody>
          </Card>
        )}
      </div>
    </PageSection>
  );
}
