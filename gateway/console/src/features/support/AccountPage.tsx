import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, PageSection } from '@patternfly/react-core';
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { ButtonLink } from '@/components/ButtonLink';
import { PageHeading } from '@/components/PageHeading';
import { PageLoading } from '@/components/PageLoading';
import { ProblemAlert } from '@/components/ProblemAlert';
import { paths } from '@/lib/paths';
import { useTitle } from '@/lib/useTitle';
import { AccountFacts } from './AccountFacts';
import { accountsQuery } from './accounts';
import { People } from './People';
import styles from './Support.module.css';

/** One account: who its admins are, and its people, one of whom may become admin. */
export function AccountPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [address] = useSearchParams();
  const search = address.get('search') ?? '';
  // There is no request for one account: it is found again as it was found.
  const { data, error, isLoading, refetch } = useQuery(accountsQuery(search));
  const account = data?.items.find((one) => one.id === id);
  useTitle(account?.companyName ?? t('support.accounts.title'));
  if (isLoading) return <PageLoading />;
  return (
    <PageSection isFilled>
      <div className={styles['page']}>
        <Link to={`${paths.support}?search=${encodeURIComponent(search)}`}>{t('support.account.back')}</Link>
        {error !== null && <ProblemAlert title={t('support.accounts.notLoaded')} problem={error} onRetry={() => void refetch()} />}
        {account !== undefined && (
          <>
            <PageHeading size="2xl">{account.companyName}</PageHeading>
            <AccountFacts account={account} />
            <People account={account} />
          </>
        )}
        {account === undefined && error === null && <NotFound />}
      </div>
    </PageSection>
  );
}

function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState titleText={t('support.account.notFound')} headingLevel="h1" icon={SearchIcon} variant="sm">
      <EmptyStateBody>{t('support.account.notFoundText')}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <ButtonLink to={paths.support}>{t('support.account.search')}</ButtonLink>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
