import { Form } from '@patternfly/react-core';
import { useId } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { DialogProblem } from '@/components/DialogProblem';
import type { User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { hasNumbers, undoHours } from './deletion';
import { MessagesField, NumbersField } from './ReceiverFields';
import { DeletionQuote } from './DeletionQuote';
import { SlotField } from './SlotField';
import { useDeleteUser } from './useDeleteUser';

/** D6: asks what becomes of messages, numbers and plan. */
export function DeleteUserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const { form, isBusy, problem, submit } = useDeleteUser(user, onClose);
  const who = { name: fullName(user), firstName: user.firstName, hours: undoHours };
  const text = t(user.state === 'INVITED' ? 'deleteUser.textInvited' : 'deleteUser.text', who);
  const footer = <DialogButtons submit={t('deleteUser.submit')} form={id} isBusy={isBusy} isDanger onClose={onClose} />;
  return (
    <Dialog
      title={t('deleteUser.title', who)}
      titleIcon="warning"
      text={user.role === 'ADMIN' ? `${text} ${t('deleteUser.admin', who)}` : text}
      isBusy={isBusy}
      onClose={onClose}
      footer={footer}
    >
      <FormProvider {...form}>
        <Form id={id} onSubmit={(event) => void submit(event)} noValidate>
          <DialogProblem title={t('deleteUser.failed', who)} problem={problem} />
          <MessagesField user={user} />
          {hasNumbers(user) && <NumbersField user={user} />}
          {user.plan && <SlotField plan={user.plan} />}
          {user.plan && <DeletionQuote user={user} />}
        </Form>
      </FormProvider>
    </Dialog>
  );
}
