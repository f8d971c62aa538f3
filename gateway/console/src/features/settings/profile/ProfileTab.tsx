import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/lib/session';
import { userDetailsQuery } from '@/lib/user/userDetails';
import { useTitle } from '@/lib/useTitle';
import { Awaited, Section } from '../Section';
import styles from '../Settings.module.css';
import { ProfileForm } from './ProfileForm';

/** G1: name, mobile, time zone and language. */
export function ProfileTab() {
  const { t } = useTranslation();
  const { user } = useSession();
  const { data, error, refetch } = useQuery(userDetailsQuery(user.id));
  useTitle(t('settings.title'));
  return (
    <div className={styles['sections']}>
      <Section title={t('settings.profile.title')}>
        {data === undefined ? (
          <Awaited failed={t('settings.notLoaded')} problem={error} onRetry={() => void refetch()} />
        ) : (
          <ProfileForm read={data} />
        )}
      </Section>
    </div>
  );
}
