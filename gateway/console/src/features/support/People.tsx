import { Title } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { SearchField } from '@/components/SearchField';
import type { SupportAccount, SupportPerson } from '@/lib/api/schema';
import { peopleQuery } from './accounts';
import { MakeAdminDialog } from './MakeAdminDialog';
import { PeopleTable } from './PeopleTable';
import styles from './Support.module.css';

/** The people of an account; an active one of them may become its admin (I1). */
export function People({ account }: { account: SupportAccount }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<SupportPerson>();
  const { data, error, isPlaceholderData, refetch } = useQuery(peopleQuery(account.id, search));
  return (
    <>
      <Title headingLevel="h2" size="lg">
        {t('support.people.title')}
      </Title>
      <div className={styles['search']}>
        <SearchField label={t('support.people.search')} hint={t('support.people.hint')} value={search} onChange={setSearch} />
      </div>
      {error === null ? (
        <div aria-busy={data === undefined || isPlaceholderData} className={isPlaceholderData ? styles['waiting'] : undefined}>
          <PeopleTable page={data} adminCount={account.admins.length} onMakeAdmin={setChosen} />
        </div>
      ) : (
        <ProblemAlert title={t('support.people.notLoaded')} problem={error} onRetry={() => void refetch()} />
      )}
      {chosen !== undefined && <MakeAdminDialog account={account} person={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}
