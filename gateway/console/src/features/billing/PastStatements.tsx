import { Card, CardBody, CardTitle, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemAlert } from '@/components/ProblemAlert';
import { formatDate, formatDay } from '@/lib/format';
import { statementPath } from '@/lib/paths';
import { Amount } from './Amount';
import styles from './Billing.module.css';
import { PaymentStatus } from './PaymentStatus';
import { PdfLink } from './PdfLink';
import { statementsQuery } from './statements';

/** E6: what was issued, the newest first. */
export function PastStatements() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(statementsQuery);
  return (
    <Card component="section">
      <CardTitle component="h2">{t('billing.past.title')}</CardTitle>
      <CardBody>
        {error !== null && (
          <ProblemAlert title={t('billing.past.notLoaded')} problem={error} variant={data === undefined ? 'danger' : 'warning'} onRetry={() => void refetch()} />
        )}
        {data === undefined && error === null && <Skeleton height="6rem" screenreaderText={t('loading')} />}
        {data?.items.length === 0 && <p>{t('billing.past.none')}</p>}
        {data !== undefined && data.items.length > 0 && (
          <Table aria-label={t('billing.past.title')} variant="compact">
            <Thead>
              <Tr>
                <Th>{t('billing.past.month')}</Th>
                <Th>{t('billing.past.issued')}</Th>
                <Th>{t('billing.past.status')}</Th>
                <Th className={styles['figure'] ?? ''}>{t('billing.columns.amount')}</Th>
                <Th>{t('billing.past.document')}</Th>
              </Tr>
            </Thead>
            <Tbody>
              {data.items.map(({ id, from, to, issuedAt, total, payment }) => (
                <Tr key={id}>
                  <Td dataLabel={t('billing.past.month')}>
                    <Link to={statementPath(id)}>{t('billing.month', { from: formatDay(from), to: formatDay(to) })}</Link>
                  </Td>
                  <Td dataLabel={t('billing.past.issued')}>{formatDate(issuedAt)}</Td>
                  <Td dataLabel={t('billing.past.status')}>
                    <PaymentStatus payment={payment} />
                  </Td>
                  <Td dataLabel={t('billing.columns.amount')} className={styles['figure'] ?? ''}>
                    <Amount total={total} payment={payment} />
                  </Td>
                  <Td dataLabel={t('billing.past.document')}>
                    <PdfLink statement={{ id, from, to }} />
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}
