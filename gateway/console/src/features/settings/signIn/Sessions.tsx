import { Button, Label } from '@patternfly/react-core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useToasts } from '@/components/toasts/toasts';
import type { OwnSession } from '@/lib/api/schema';
import { formatAgo, formatDateTime } from '@/lib/format';
import { useOnce } from '@/lib/useOnce';
import { Awaited } from '../Section';
import styles from '../Settings.module.css';
import { endSessions, sessionsQuery } from './ownSessions';

/** A4: each place where one is signed in, and the ways to end it there. */
export function Sessions() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const [problem, setProblem] = useState<unknown>(null);
  const [ending, setEnding] = useState<readonly string[]>([]);
  const { data, error, refetch } = useQuery(sessionsQuery);
  const { send, isBusy } = useOnce({
    run: async (sessions: readonly OwnSession[]) => {
      await endSessions(sessions.map(({ id }) => id));
      return sessions;
    },
    onDone: (ended) => {
      const gone = ended.map(({ id }) => id);
      setProblem(null);
      client.setQueryData(sessionsQuery.queryKey, (before) => before?.filter(({ id }) => !gone.includes(id)));
      toasts.show({ variant: 'success', title: t('settings.sessions.ended', { count: ended.length, device: ended[0]?.device }) });
    },
    onRefused: (refusal) => {
      setProblem(refusal);
      void client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });
  if (data === undefined) return <Awaited failed={t('settings.sessions.notLoaded')} problem={error} onRetry={() => void refetch()} />;
  const sorted = data.toSorted((a, b) => Number(b.current) - Number(a.current));
  const others = data.filter(({ current }) => !current);
  const end = (sessions: readonly OwnSession[]) => {
    if (isBusy) return;
    setEnding(sessions.map(({ id }) => id));
    send(sessions);
  };
  return (
    <>
      <p>{t('settings.sessions.text')}</p>
      {problem !== null && <ProblemAlert title={t('settings.sessions.failed')} problem={problem} />}
      <ul className={styles['sessions']}>
        {sorted.map((session) => (
          <SessionRow key={session.id} session={session} isBusy={isBusy && ending.includes(session.id)} onEnd={() => end([session])} />
        ))}
      </ul>
      {others.length > 1 && (
        <div className={styles['actions']}>
          <Button variant="secondary" isAriaDisabled={isBusy} onClick={() => end(others)}>
            {t('settings.sessions.endOthers')}
          </Button>
        </div>
      )}
    </>
  );
}

function SessionRow({ session, isBusy, onEnd }: { session: OwnSession; isBusy: boolean; onEnd: () => void }) {
  const { t } = useTranslation();
  const { device, current, lastSeenAt, createdAt } = session;
  const since = formatDateTime(createdAt);
  return (
    <li className={styles['session']}>
      <div>
        <div className={styles['device']}>
          {device}
          {current && (
            <Label color="green" isCompact>
              {t('settings.sessions.this')}
            </Label>
          )}
        </div>
        <div className={styles['subtle']}>
          {current ? t('settings.sessions.now', { since }) : t('settings.sessions.used', { ago: formatAgo(lastSeenAt), since })}
        </div>
      </div>
      {!current && (
        <Button variant="link" isDanger isLoading={isBusy} aria-label={t('settings.sessions.endOne', { device, since })} onClick={onEnd}>
          {t('settings.sessions.end')}
        </Button>
      )}
    </li>
  );
}
