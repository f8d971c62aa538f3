import { Button, Content, Form } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '@/components/PasswordField';
import { ProblemAlert } from '@/components/ProblemAlert';
import { WaitNote } from '@/components/WaitNote';
import { beginTwoStep, type SetUp } from './twoStep';
import styles from './TwoStep.module.css';
import { useGuarded } from './useGuarded';

/** Only who knows the password may begin. */
export function PasswordStep({ onDone }: { onDone: (setUp: SetUp) => void }) {
  const { t } = useTranslation();
  const run = ({ password }: { password: string }) => beginTwoStep(password);
  const { form, isBusy, problem, wait, submit } = useGuarded({ password: '' }, run, onDone);
  return (
    <div className={styles['step']}>
      <Content component="p">{t('settings.twoStep.page.intro')}</Content>
      <Form onSubmit={(event) => void submit(event)} noValidate className={styles['narrow'] ?? ''}>
        {problem !== null && <ProblemAlert title={t('settings.twoStep.page.failed')} problem={problem} />}
        <PasswordField
          label={t('settings.password.current')}
          autoComplete="current-password"
          field={form.register('password', { required: t('signIn.errors.password') })}
          error={form.formState.errors.password?.message}
        />
        <div className={styles['actions']}>
          <Button type="submit" isLoading={isBusy} isAriaDisabled={isBusy || wait.isOn}>
            {t('settings.twoStep.page.begin')}
          </Button>
          <WaitNote left={wait.left} />
        </div>
      </Form>
    </div>
  );
}
