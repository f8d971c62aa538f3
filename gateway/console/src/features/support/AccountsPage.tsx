import { PageSection } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHeading } from '@/components/PageHeading';
import { ProblemAlert } from '@/components/ProblemAlert';
import { SearchField } from '@/components/SearchField';
import { useTitle } from '@/lib/useTitle';
import { accountsQuery, shortestSearch } from './accounts';
import { AccountsTable } from './AccountsTable';
import styles from './Support.module.css';

/** Finds an account by company, e-mail address or number; without a search nothing is shown. */
export function AccountsPage() {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const search = address.get('search') ?? '';
  const isLongEnough = search.length >= shortestSearch;
  const { data, error, isPlaceholderData, refetch } = useQuery(accountsQuery(search));
  useTitle(t('support.accounts.title'));
  const ask = (next: string) => setAddress(next === '' ? {} : { search: next }, { replace: true });
  return (
    <PageSection isFilled>
      <div className={styles['page']}>
        <PageHeading size="2xl">{t('support.accounts.title')}</PageHeading>
        <div className={styles['search']}>
          <SearchField label={t('support.accounts.search')} hint={t('support.accounts.hint')} value={search} onChange={ask} />
        </div>
        {!isLongEnough && <p className={styles['subtle']}>{t('support.accounts.begin', { count: shortestSearch })}</p>}
        {isLongEnough && error !== null && (
          <ProblemAlert title={t('support.accounts.notLoaded')} problem={error} onRetry={() => void refetch()} />
        )}
        {isLongEnough && error === null && (
          <div aria-busy={data === undefined || isPlaceholderData} className={isPlaceholderData ? styles['waiting'] : undefined}>
            <AccountsTable page={data} search={search} />
          </div>
        )}
      </div>
    </PageSection>
  );
}
