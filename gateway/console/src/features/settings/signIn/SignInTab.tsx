import { useTranslation } from 'react-i18next';
import { useTitle } from '@/lib/useTitle';
import { Section } from '../Section';
import styles from '../Settings.module.css';
import { TwoStepSection } from '../twoStep/TwoStepSection';
import { PasswordForm } from './PasswordForm';
import { Sessions } from './Sessions';

/** How one signs in, and where one is signed in. */
export function SignInTab() {
  const { t } = useTranslation();
  useTitle(t('settings.title'));
  return (
    <div className={styles['sections']}>
      <Section title={t('settings.password.title')}>
        <PasswordForm />
      </Section>
      <Section title={t('settings.twoStep.title')}>
        <TwoStepSection />
      </Section>
      <Section title={t('settings.sessions.title')}>
        <Sessions />
      </Section>
    </div>
  );
}
