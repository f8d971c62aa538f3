import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/lib/session';
import { forwardingQuery } from '@/lib/user/callForwarding';
import { useTitle } from '@/lib/useTitle';
import { Awaited, Section } from '../Section';
import styles from '../Settings.module.css';
import { OwnForwarding } from './OwnForwarding';

/** G2: where one's own calls also ring. */
export function IncomingCallsTab() {
  const { t } = useTranslation();
  const { user } = useSession();
  const { data, error, refetch } = useQuery(forwardingQuery(user.id));
  useTitle(t('settings.title'));
  return (
    <div className={styles['sections']}>
      <Section title={t('settings.forwarding.title')}>
        {data === undefined ? (
          <Awaited failed={t('settings.notLoaded')} problem={error} onRetry={() => void refetch()} />
        ) : (
          <OwnForwarding userId={user.id} read={data} />
        )}
      </Section>
    </div>
  );
}
