import { Form } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ConflictButtons } from '@/components/ConflictView';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { DialogProblem } from '@/components/DialogProblem';
import { useToasts } from '@/components/toasts/toasts';
import { fullName } from '@/lib/format';
import { sessionQuery, useSession } from '@/lib/session';
import type { ReadUser } from '@/lib/user/userDetails';
import { ChangedMeanwhile } from './ChangedMeanwhile';
import { PersonFields } from './PersonFields';
import { PinFields } from './PinFields';
import { useEditUser } from './useEditUser';

/** The dialog once the person has been read. */
export function EditUserForm({ read, onClose }: { read: ReadUser; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const client = useQueryClient();
  const toasts = useToasts();
  const { user: self } = useSession();
  const [title] = useState(() => t('editUser.title', { name: fullName(read.user) }));
  const { form, user, conflict, isBusy, problem, submit, takeTheirs, keepMine } = useEditUser(
    read,
    (saved) => {
      // One's own name stands at the top of the page.
      if (saved.id === self.id) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      const isMailed = saved.email !== read.user.email && saved.state === 'INVITED';
      toasts.show({ variant: 'success', title: t(isMailed ? 'editUser.savedAndMailed' : 'editUser.saved', { ...saved, name: fullName(saved) }) });
      onClose();
    },
    onClose,
  );
  const footer =
    conflict === undefined ? (
      <DialogButtons submit={t('editUser.save')} form={id} isBusy={isBusy} onClose={onClose} />
    ) : (
      <ConflictButtons onMine={keepMine} onTheirs={takeTheirs} onClose={onClose} />
    );
  return (
    <Dialog title={title} size="medium" isBusy={isBusy} onClose={onClose} footer={footer}>
      {conflict !== undefined && <ChangedMeanwhile conflict={conflict} />}
      <FormProvider {...form}>
        <Form id={id} onSubmit={(event) => void submit(event)} noValidate hidden={conflict !== undefined}>
          <DialogProblem title={t('editUser.failed')} problem={problem} />
          <PersonFields user={user} />
          <PinFields user={user} />
        </Form>
      </FormProvider>
    </Dialog>
  );
}
