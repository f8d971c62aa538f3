import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pager } from '@/components/Pager';
import { ProblemAlert } from '@/components/ProblemAlert';
import { ApiProblem } from '@/lib/api/problem';
import { useCursorPages } from '@/lib/useCursorPages';
import { useTitle } from '@/lib/useTitle';
import { ChangePlansDialog } from './ChangePlansDialog';
import { NoUsage } from './NoUsage';
import { isAdvised, pageSize, usageQuery, type Advised } from './usage';
import styles from './Usage.module.css';
import { UsageTable } from './UsageTable';
import { UsageToolbar } from './UsageToolbar';
import { useUsageView } from './useUsageView';

/** E9: who calls how much, and whom another plan would serve better; several can be changed at once. */
export function UsageTab() {
  const { t } = useTranslation();
  const { view, change } = useUsageView();
  const pages = useCursorPages();
  const { data, error, isPlaceholderData, refetch } = useQuery(usageQuery(view, pages.cursor));
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [changing, setChanging] = useState<Advised[]>();
  useTitle(t('usage.title'));

  const cursorGone = error instanceof ApiProblem && error.code === 'cursor.invalid';
  useEffect(() => {
    if (cursorGone) pages.toStart();
  });
  const failed = error !== null && !cursorGone;
  const isEmpty = data !== undefined && (data.items.length === 0 || (data.months.length <= 1 && data.items.every(({ calls }) => calls === 0)));
  const chosen = (data?.items ?? []).filter(isAdvised).filter(({ userId }) => chosenIds.has(userId));
  return (
    <>
      <p className={styles['intro']}>{t('usage.intro')}</p>
      <UsageToolbar view={view} page={data} chosen={chosen.length} onChange={change} onChangePlans={() => setChanging(chosen)} />
      {failed && (
        <ProblemAlert
          title={t(data === undefined ? 'usage.notLoaded' : 'usage.notRefreshed')}
          problem={error}
          variant={data === undefined ? 'danger' : 'warning'}
          onRetry={() => void refetch()}
        />
      )}
      {(data !== undefined || !failed) && (
        <div aria-busy={data === undefined || isPlaceholderData} className={isPlaceholderData ? styles['waiting'] : undefined}>
          {isEmpty ? (
            <NoUsage isFiltered={view.advised} onClear={() => change({ advised: false })} />
          ) : (
            <UsageTable page={data} chosen={chosen} onChoose={(rows) => setChosenIds(new Set(rows.map(({ userId }) => userId)))} />
          )}
        </div>
      )}
      {data !== undefined && !isEmpty && (
        <Pager
          label={t('usage.pager')}
          page={data}
          number={pages.page}
          pageSize={pageSize}
          onPrevious={pages.toPrevious}
          onNext={() => data.next && pages.toNext(data.next)}
          isWaiting={isPlaceholderData}
        />
      )}
      {changing !== undefined && data !== undefined && (
        <ChangePlansDialog rows={changing} people={data.people} onClose={() => setChanging(undefined)} />
      )}
    </>
  );
}
