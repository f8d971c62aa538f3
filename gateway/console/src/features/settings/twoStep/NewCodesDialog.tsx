import { Button, Form } from '@patternfly/react-core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeField } from '@/components/CodeField';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { ProblemAlert } from '@/components/ProblemAlert';
import { WaitNote } from '@/components/WaitNote';
import { RecoveryCodes } from './RecoveryCodes';
import { codeOf, renewRecoveryCodes } from './twoStep';
import { useGuarded } from './useGuarded';

/** New recovery codes for a code of the app; they are shown once. */
export function NewCodesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [codes, setCodes] = useState<readonly string[]>();
  const run = ({ code }: { code: string }) => renewRecoveryCodes(codeOf(code));
  const { form, isBusy, problem, wait, submit } = useGuarded({ code: '' }, run, setCodes);
  if (codes !== undefined) {
    return (
      <Dialog
        title={t('settings.twoStep.codes.title')}
        text={t('settings.twoStep.codes.text')}
        isBusy={false}
        onClose={onClose}
        footer={<Button onClick={onClose}>{t('settings.twoStep.codes.kept')}</Button>}
      >
        <RecoveryCodes codes={codes} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t('settings.twoStep.newCodes')}
      text={t('settings.twoStep.newCodesText')}
      isBusy={isBusy}
      onClose={onClose}
      footer={<DialogButtons submit={t('settings.twoStep.newCodesSubmit')} form={id} isBusy={isBusy} isWaiting={wait.isOn} onClose={onClose} />}
    >
      <Form id={id} onSubmit={(event) => void submit(event)} noValidate>
        {problem !== null && <ProblemAlert title={t('settings.twoStep.newCodesFailed')} problem={problem} />}
        <CodeField
          label={t('settings.twoStep.anyCode')}
          kind="either"
          field={form.register('code', { required: t('signIn.code.app.empty') })}
          error={form.formState.errors.code?.message}
        />
        <WaitNote left={wait.left} />
      </Form>
    </Dialog>
  );
}
