import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Pager } from '@/components/Pager';
import { ProblemAlert } from '@/components/ProblemAlert';
import { ApiProblem } from '@/lib/api/problem';
import { useTitle } from '@/lib/useTitle';
import { UserDialogs } from '../actions/UserDialogs';
import { usersQuery } from '../listUsers';
import { isFiltered, pageSize } from '../listView';
import { ListToolbar } from './ListToolbar';
import { NobodyFound } from './NobodyFound';
import { useListView } from './useListView';
import { UsersTable } from './UsersTable';
import styles from './ManageUsers.module.css';

/** B1–B5: the people of the account and its open slots in one table. */
export function ManageUsers() {
  const { t } = useTranslation();
  const { view, change, toStart, toNext, toPrevious } = useListView();
  const { data, error, isPlaceholderData, refetch } = useQuery(usersQuery(view));
  useTitle(t('users.pageTitle'));

  const cursorGone = error instanceof ApiProblem && error.code === 'cursor.invalid';
  useEffect(() => {
    if (cursorGone) toStart();
  });

  const clear = () => change({ search: '', plans: [], states: [], withoutNumber: false });
  const failed = error !== null && !cursorGone;
  return (
    <UserDialogs>
      <ListToolbar view={view} onChange={change} onClear={clear} total={data?.total} openSlots={data?.openSlots.length ?? 0} />
      {failed && (
        <div className={styles['problem']}>
          <ProblemAlert
            title={t(data === undefined ? 'users.failed.title' : 'users.failed.outdated')}
            problem={error}
            variant={data === undefined ? 'danger' : 'warning'}
            onRetry={() => void refetch()}
          />
        </div>
      )}
      {data?.stale === true && (
        <p role="status" className={styles['stale']}>
          {t('users.stale')}
        </p>
      )}
      {(data !== undefined || !failed) && (
        <div aria-busy={data === undefined || isPlaceholderData} className={isPlaceholderData ? styles['waiting'] : undefined}>
          <UsersTable page={data} view={view} onSort={(sort) => change({ sort })} />
        </div>
      )}
      {data?.items.length === 0 && isFiltered(view) && <NobodyFound onClear={clear} />}
      {data !== undefined && data.total > 0 && (
        <Pager
          label={t('users.pager')}
          page={data}
          number={view.page}
          pageSize={pageSize}
          onPrevious={toPrevious}
          onNext={() => data.next && toNext(data.next)}
          isWaiting={isPlaceholderData}
        />
      )}
    </UserDialogs>
  );
}
