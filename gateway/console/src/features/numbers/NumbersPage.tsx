import { Button, PageSection } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { NewNumberDialog } from '@/components/numbers/NewNumberDialog';
import { PageHeading } from '@/components/PageHeading';
import { Pager } from '@/components/Pager';
import { ProblemAlert } from '@/components/ProblemAlert';
import { ApiProblem } from '@/lib/api/problem';
import type { PhoneNumber } from '@/lib/api/schema';
import { useCursorPages } from '@/lib/useCursorPages';
import { useTitle } from '@/lib/useTitle';
import type { Act } from './acts';
import { AssignDialog } from './AssignDialog';
import { DestinationDialog } from './DestinationDialog';
import styles from './Numbers.module.css';
import { NoNumbers } from './NoNumbers';
import { numbersQuery, pageSize } from './numbers';
import { NumbersTable } from './NumbersTable';
import { NumbersToolbar } from './NumbersToolbar';
import { everything, isFiltered, readView, writeView, type NumbersView } from './numbersView';
import { Orders } from './Orders';
import { ReleaseDialog } from './ReleaseDialog';
import { TakeBackDialog } from './TakeBackDialog';
import { UnassignDialog } from './UnassignDialog';

/** F1: all numbers of the company, what they are used for and by whom. */
export function NumbersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const pages = useCursorPages();
  const view = readView(search);
  const [open, setOpen] = useState<{ act: Act; number: PhoneNumber }>();
  const [isOrdering, setOrdering] = useState(false);
  const { data, error, isPlaceholderData, refetch } = useQuery(numbersQuery(view, pages.cursor));
  useTitle(t('numbers.title'));

  const cursorGone = error instanceof ApiProblem && error.code === 'cursor.invalid';
  useEffect(() => {
    if (cursorGone) pages.toStart();
  });
  const show = (part: Partial<NumbersView>) =>
    void navigate({ search: writeView({ ...view, ...part }).toString() }, { preventScrollReset: true, replace: true });
  const failed = error !== null && !cursorGone;
  const close = () => setOpen(undefined);
  return (
    <PageSection isFilled>
      <div className={styles['heading']}>
        <div>
          <PageHeading size="2xl">{t('numbers.title')}</PageHeading>
          <p className={styles['subtle']}>{t('numbers.intro')}</p>
        </div>
        <Button onClick={() => setOrdering(true)}>{t('numbers.new')}</Button>
      </div>
      <Orders />
      <NumbersToolbar view={view} onChange={show} />
      {failed && (
        <ProblemAlert
          title={t(data === undefined ? 'numbers.notLoaded' : 'numbers.notRefreshed')}
          problem={error}
          variant={data === undefined ? 'danger' : 'warning'}
          onRetry={() => void refetch()}
        />
      )}
      {(data !== undefined || !failed) && (
        <div aria-busy={data === undefined || isPlaceholderData} className={isPlaceholderData ? styles['waiting'] : undefined}>
          {data?.items.length === 0 ? (
            <NoNumbers isFiltered={isFiltered(view)} onClear={() => show(everything)} />
          ) : (
            <NumbersTable page={data} onAct={(act, number) => setOpen({ act, number })} />
          )}
        </div>
      )}
      {data !== undefined && data.total > 0 && (
        <Pager
          label={t('numbers.pager')}
          page={data}
          number={pages.page}
          pageSize={pageSize}
          onPrevious={pages.toPrevious}
          onNext={() => data.next && pages.toNext(data.next)}
          isWaiting={isPlaceholderData}
        />
      )}
      {open?.act === 'assign' && <AssignDialog number={open.number} onClose={close} />}
      {open?.act === 'unassign' && <UnassignDialog number={open.number} onClose={close} />}
      {open?.act === 'release' && <ReleaseDialog number={open.number} onClose={close} />}
      {open?.act === 'takeBack' && <TakeBackDialog number={open.number} onClose={close} />}
      {open?.act === 'destination' && (
        <DestinationDialog number={open.number} holder={data?.holders.get(open.number.userId ?? '')} onClose={close} />
      )}
      {isOrdering && <NewNumberDialog onClose={() => setOrdering(false)} />}
    </PageSection>
  );
}
