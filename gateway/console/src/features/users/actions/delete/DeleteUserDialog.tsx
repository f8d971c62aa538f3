import { Form } from '@patternfly/react-core';
import { useId } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { hasNumbers, undoHours } from './deletion';
import { MessagesField, NumbersField } from './ReceiverFields';
import { SlotField } from './SlotField';
import { useDeleteUser } from './useDeleteUser';

/** D6: asks what becomes of messages, numbers and plan. */
export function DeleteUserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const { form, isBusy, problem, submit } = useDeleteUser(user, onClose);
  const who = { name: fullName(user), firstName: user.firstName, hours: undoHours };
  const footer = <DialogButtons submit={t('deleteUser.submit')} form={id} isBusy={isBusy} isDanger onClose={onClose} />;
  return (
    <Dialog
      title={t('deleteUser.title', who)}
      titleIcon="warning"
      text={t(user.state === 'INVITED' ? 'deleteUser.textInvited' : 'deleteUser.text', who)}
      isBusy={isBusy}
      onClose={onClose}
      footer={footer}
    >
      {user.role === 'ADMIN' && <p>{t('deleteUser.admin', who)}</p>}
      <FormProvider {...form}>
        <Form id={id} onSubmit={(event) => void submit(event)} noValidate>
          {problem !== null && <ProblemAlert title={t('deleteUser.failed', who)} problem={problem} />}
          <MessagesField user={user} />
          {hasNumbers(user) && <NumbersField user={user} />}
          {user.plan && <SlotField plan={user.plan} />}
        </Form>
      </FormProvider>
    </Dialog>
  );
}
