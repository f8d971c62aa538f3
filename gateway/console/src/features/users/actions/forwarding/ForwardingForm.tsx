import { Form } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictButtons } from '@/components/ConflictView';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { DialogProblem } from '@/components/DialogProblem';
import { ForwardingConflict } from '@/components/forwarding/ForwardingConflict';
import { ForwardingFields } from '@/components/forwarding/ForwardingFields';
import { useForwarding } from '@/components/forwarding/useForwarding';
import { useToasts } from '@/components/toasts/toasts';
import type { User } from '@/lib/api/schema';
import { formatInternational, fullName } from '@/lib/format';
import type { ForwardTo } from '@/lib/user/callForwarding';
import type { LinePart } from '@/lib/user/linePart';
import { showUser } from '../../userCache';

/** The dialog once the forwarding has been read. */
export function ForwardingForm({ user, read, onClose }: { user: User; read: LinePart<ForwardTo>; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const client = useQueryClient();
  const toasts = useToasts();
  const name = fullName(user);
  const forwarding = useForwarding({
    userId: user.id,
    read,
    onSaved: (forwardTo) => {
      showUser(client, { ...user, forwardTo });
      const title =
        forwardTo === null ? t('forwarding.stopped', { name }) : t('forwarding.saved', { name, number: formatInternational(forwardTo) });
      toasts.show({ variant: 'success', title });
      onClose();
    },
    onSame: onClose,
  });
  const { conflict, form, isBusy, problem, submit, keepMine, takeTheirs } = forwarding;
  const footer =
    conflict === undefined ? (
      <DialogButtons submit={t('forwarding.save')} form={id} isBusy={isBusy} onClose={onClose} />
    ) : (
      <ConflictButtons onMine={keepMine} onTheirs={takeTheirs} onClose={onClose} />
    );
  return (
    <Dialog title={t('forwarding.title', { name })} text={t('forwarding.text')} isBusy={isBusy} onClose={onClose} footer={footer}>
      <ForwardingConflict name={name} forwarding={forwarding} />
      <Form id={id} onSubmit={(event) => void submit(event)} noValidate hidden={conflict !== undefined}>
        <DialogProblem title={t('forwarding.failed')} problem={problem} />
        <ForwardingFields form={form} />
      </Form>
    </Dialog>
  );
}
