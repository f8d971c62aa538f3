import { Form } from '@patternfly/react-core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictButtons, ConflictView } from '@/components/ConflictView';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { DialogProblem } from '@/components/DialogProblem';
import { TextField } from '@/components/TextField';
import type { User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import type { LinePart } from '@/lib/user/linePart';
import { useExtension } from './useExtension';

/** The dialog once the extension has been read. */
export function ExtensionForm({ user, read, onClose }: { user: User; read: LinePart<string>; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const name = fullName(user);
  const { form, before, conflict, isBusy, problem, submit, keepMine, takeTheirs } = useExtension(user, read, onClose);
  const footer =
    conflict === undefined ? (
      <DialogButtons submit={t('extension.save')} form={id} isBusy={isBusy} onClose={onClose} />
    ) : (
      <ConflictButtons onMine={keepMine} onTheirs={takeTheirs} onClose={onClose} />
    );
  return (
    <Dialog title={t('extension.title', { name })} text={t('extension.text')} isBusy={isBusy} onClose={onClose} footer={footer}>
      {conflict !== undefined && (
        <ConflictView
          name={name}
          lines={[{ label: t('extension.label'), before, now: conflict, mine: form.getValues('extension') }]}
        />
      )}
      <Form id={id} onSubmit={(event) => void submit(event)} noValidate hidden={conflict !== undefined}>
        <DialogProblem title={t('extension.failed')} problem={problem} />
        <TextField
          label={t('extension.label')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          field={form.register('extension')}
          error={form.formState.errors.extension?.message}
          hint={t('extension.hint')}
        />
      </Form>
    </Dialog>
  );
}
