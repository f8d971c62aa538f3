import { Button, PageSection } from '@patternfly/react-core';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { PageHeading } from '@/components/PageHeading';
import { Pager } from '@/components/Pager';
import { ProblemAlert } from '@/components/ProblemAlert';
import { ApiProblem } from '@/lib/api/problem';
import { useCursorPages } from '@/lib/useCursorPages';
import { useTitle } from '@/lib/useTitle';
import { AuditFilters } from './AuditFilters';
import { auditQuery, counted, pageSize } from './auditLog';
import { AuditTable } from './AuditTable';
import { exportAddress, isBackwards, isFiltered, noFilter, readView, writeView, type AuditView } from './auditView';
import { NothingFound } from './NothingFound';
import styles from './Audit.module.css';

/** H2: who did what to whom, from where and when. */
export function AuditPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const pages = useCursorPages();
  const view = readView(search);
  const canAsk = !isBackwards(view);
  const { data, error, isPlaceholderData, refetch } = useQuery({ ...auditQuery(view, pages.cursor), enabled: canAsk });
  useTitle(t('audit.title'));

  const cursorGone = error instanceof ApiProblem && error.code === 'cursor.invalid';
  useEffect(() => {
    if (cursorGone) pages.toStart();
  });

  const show = (next: AuditView) => void navigate({ search: writeView(next).toString() }, { preventScrollReset: true });
  const change = (part: Partial<AuditView>) => show({ ...view, ...part });
  const failed = error !== null && !cursorGone;
  return (
    <PageSection isFilled>
      <div className={styles['head']}>
        <div>
          <PageHeading size="2xl">{t('audit.title')}</PageHeading>
          <p className={styles['subtle']}>{t('audit.intro')}</p>
        </div>
        {canAsk && (
          <Button component="a" href={exportAddress(view)} download variant="secondary" icon={<DownloadIcon />}>
            {t('audit.export')}
          </Button>
        )}
      </div>
      <AuditFilters view={view} onChange={change} onClear={() => show(noFilter)} />
      {failed && (
        <ProblemAlert
          title={t(data === undefined ? 'audit.notLoaded' : 'audit.notRefreshed')}
          problem={error}
          variant={data === undefined ? 'danger' : 'warning'}
          onRetry={() => void refetch()}
        />
      )}
      {canAsk && (data !== undefined || !failed) && (
        <div aria-busy={data === undefined || isPlaceholderData} className={isPlaceholderData ? styles['waiting'] : undefined}>
          {data?.items.length === 0 ? (
            <NothingFound isFiltered={isFiltered(view)} onClear={() => show(noFilter)} />
          ) : (
            <AuditTable entries={data?.items} onFilter={change} />
          )}
        </div>
      )}
      {canAsk && data !== undefined && data.total > 0 && (
        <Pager
          label={t('audit.pager')}
          page={data}
          number={pages.page}
          pageSize={pageSize}
          counted={counted}
          onPrevious={pages.toPrevious}
          onNext={() => data.next && pages.toNext(data.next)}
          isWaiting={isPlaceholderData}
        />
      )}
    </PageSection>
  );
}
