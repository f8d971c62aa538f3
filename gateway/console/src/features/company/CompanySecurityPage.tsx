import { Card, CardBody, PageSection, Skeleton } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '@/components/PageHeading';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useTitle } from '@/lib/useTitle';
import { securityQuery } from './accountSecurity';
import { TwoStepRule } from './TwoStepRule';
import styles from './Company.module.css';

/** How admins of the company must sign in. */
export function CompanySecurityPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(securityQuery);
  useTitle(t('company.security.title'));
  return (
    <PageSection isWidthLimited>
      <div className={styles['page']}>
        <PageHeading size="2xl">{t('company.security.title')}</PageHeading>
        <p>{t('company.security.intro')}</p>
        {data === undefined && error !== null && (
          <ProblemAlert title={t('company.security.notLoaded')} problem={error} onRetry={() => void refetch()} />
        )}
        {data === undefined && error === null && (
          <Card>
            <CardBody aria-busy="true">
              <Skeleton height="5rem" screenreaderText={t('loading')} />
            </CardBody>
          </Card>
        )}
        {data !== undefined && <TwoStepRule security={data} />}
      </div>
    </PageSection>
  );
}
