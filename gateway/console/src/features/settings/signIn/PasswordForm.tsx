import { Button, Form } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '@/components/PasswordField';
import { PasswordRules } from '@/components/PasswordRules';
import { ProblemAlert } from '@/components/ProblemAlert';
import { WaitNote } from '@/components/WaitNote';
import { useToasts } from '@/components/toasts/toasts';
import { showFieldErrors } from '@/lib/fieldErrors';
import { judgePassword, passwordProblemsAt, personalWords } from '@/lib/passwordRules';
import { useSession } from '@/lib/session';
import { useOnce } from '@/lib/useOnce';
import { useWait } from '@/lib/useWait';
import styles from '../Settings.module.css';
import { changePassword, type PasswordChange } from './changePassword';
import { sessionsQuery } from './ownSessions';

const fields = ['currentPassword', 'newPassword'] as const;
const fieldOfCode = { ...passwordProblemsAt('newPassword'), 'password.wrong': 'currentPassword' };
const empty: PasswordChange = { currentPassword: '', newPassword: '' };

/** G1: who knows the present password may set another one; he is signed out everywhere else. */
export function PasswordForm() {
  const { t } = useTranslation();
  const rules = useId();
  const client = useQueryClient();
  const toasts = useToasts();
  const wait = useWait();
  const { user, account } = useSession();
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm<PasswordChange>({ defaultValues: empty });
  const { register, formState, control } = form;
  const { errors } = formState;
  const newPassword = useWatch({ control, name: 'newPassword' });
  const personal = personalWords({ ...user, companyName: account.companyName });
  const { send, isBusy } = useOnce({
    run: (request: PasswordChange) => changePassword(user.id, request),
    onDone: () => {
      setProblem(null);
      form.reset(empty);
      void client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
      toasts.show({ variant: 'success', title: t('settings.password.saved') });
    },
    onRefused: (refusal) => {
      wait.noteProblem(refusal);
      setProblem(showFieldErrors(refusal, form, fields, t, fieldOfCode) ? null : refusal);
    },
  });
  const meetsRules = (value: string) => {
    const { length, impersonal } = judgePassword(value, personal);
    return (length && impersonal) || t('password.notMet');
  };
  const submit = form.handleSubmit((values) => {
    if (!wait.isOn) send(values);
  });
  return (
    <Form onSubmit={(event) => void submit(event)} noValidate className={styles['narrow'] ?? ''}>
      {problem !== null && (
        <ProblemAlert title={t('settings.password.failed')} problem={problem} variant={wait.isOn ? 'warning' : 'danger'} />
      )}
      {/* Tells password managers whose password it is. */}
      <input type="text" autoComplete="username" value={user.email} readOnly hidden />
      <PasswordField
        label={t('settings.password.current')}
        autoComplete="current-password"
        field={register('currentPassword', { required: t('settings.password.currentEmpty') })}
        error={errors.currentPassword?.message}
      />
      <PasswordField
        label={t('settings.password.new')}
        autoComplete="new-password"
        field={register('newPassword', { validate: meetsRules })}
        error={errors.newPassword?.message}
        describedBy={rules}
      >
        <PasswordRules id={rules} password={newPassword} personal={personal} />
      </PasswordField>
      <div className={styles['actions']}>
        <Button type="submit" isLoading={isBusy} isAriaDisabled={isBusy || wait.isOn}>
          {t('settings.password.save')}
        </Button>
        <WaitNote left={wait.left} />
      </div>
    </Form>
  );
}
