import { Form } from '@patternfly/react-core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeField } from '@/components/CodeField';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { PasswordField } from '@/components/PasswordField';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useToasts } from '@/components/toasts/toasts';
import { WaitNote } from '@/components/WaitNote';
import { codeOf, removeTwoStep } from './twoStep';
import { useGuarded } from './useGuarded';

/** Switches two-step sign-in off, for the password and a code. */
export function SwitchOffDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const toasts = useToasts();
  const empty = { password: '', code: '' };
  const run = ({ password, code }: typeof empty) => removeTwoStep({ password, code: codeOf(code) });
  const { form, isBusy, problem, wait, submit } = useGuarded(empty, run, () => {
    toasts.show({ variant: 'success', title: t('settings.twoStep.off.done') });
    onClose();
  });
  const { errors } = form.formState;
  return (
    <Dialog
      title={t('settings.twoStep.off.title')}
      text={t('settings.twoStep.off.text')}
      titleIcon="warning"
      isBusy={isBusy}
      onClose={onClose}
      footer={
        <DialogButtons submit={t('settings.twoStep.switchOff')} form={id} isBusy={isBusy} isWaiting={wait.isOn} isDanger onClose={onClose} />
      }
    >
      <Form id={id} onSubmit={(event) => void submit(event)} noValidate>
        {problem !== null && <ProblemAlert title={t('settings.twoStep.off.failed')} problem={problem} />}
        <PasswordField
          autoComplete="current-password"
          field={form.register('password', { required: t('signIn.errors.password') })}
          error={errors.password?.message}
        />
        <CodeField
          label={t('settings.twoStep.anyCode')}
          kind="either"
          field={form.register('code', { required: t('signIn.code.app.empty') })}
          error={errors.code?.message}
        />
        <WaitNote left={wait.left} />
      </Form>
    </Dialog>
  );
}
