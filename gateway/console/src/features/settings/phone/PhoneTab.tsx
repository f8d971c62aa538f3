import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/lib/session';
import { useTitle } from '@/lib/useTitle';
import { userDetailsQuery } from '@/lib/user/userDetails';
import { Awaited, Section } from '../Section';
import styles from '../Settings.module.css';
import { OwnLine } from './OwnLine';
import { PinForm } from './PinForm';

/** G3: what one has for calling, to read; G1: the voicemail PIN. */
export function PhoneTab() {
  const { t } = useTranslation();
  const { user } = useSession();
  const { data, error, refetch } = useQuery(userDetailsQuery(user.id));
  useTitle(t('settings.title'));
  const awaited = <Awaited failed={t('settings.notLoaded')} problem={error} onRetry={() => void refetch()} />;
  return (
    <div className={styles['sections']}>
      <Section title={t('settings.line.title')}>{data === undefined ? awaited : <OwnLine user={data.user} />}</Section>
      {data !== undefined && (
        <Section title={t('settings.pin.title')}>
          <PinForm user={data.user} />
        </Section>
      )}
    </div>
  );
}
