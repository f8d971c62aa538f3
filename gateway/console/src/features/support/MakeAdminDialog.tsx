import { Checkbox, Form, TextArea } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm, useWatch, Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { FormField, helpId } from '@/components/FormField';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useToasts } from '@/components/toasts/toasts';
import type { SupportAccount, SupportPerson } from '@/lib/api/schema';
import { showFieldErrors } from '@/lib/fieldErrors';
import { fullName } from '@/lib/format';
import { useOnce } from '@/lib/useOnce';
import { accountsKey, changeAdmin } from './accounts';

const longestReason = 500;

interface Props {
  account: SupportAccount;
  person: SupportPerson;
  onClose: () => void;
}

/** I1: who becomes admin, who is none any more, and why; all of it is told before it is done. */
export function MakeAdminDialog({ account, person, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const client = useQueryClient();
  const toasts = useToasts();
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm({ defaultValues: { reason: '', keepOthers: false } });
  const { register, control, formState } = form;
  const others = account.admins.filter((admin) => admin.id !== person.id);
  const isAdmin = person.role === 'ADMIN';
  const keepsOthers = useWatch({ control, name: 'keepOthers' });
  const names = {
    name: fullName(person),
    companyName: account.companyName,
    others: new Intl.ListFormat(document.documentElement.lang || 'en').format(others.map(fullName)),
    count: others.length,
  };
  const { send, isBusy } = useOnce({
    run: (typed: { reason: string; keepOthers: boolean }) =>
      changeAdmin(account.id, { userId: person.id, reason: typed.reason.trim(), keepOthers: typed.keepOthers }),
    onDone: () => {
      void client.invalidateQueries({ queryKey: accountsKey });
      toasts.show({ variant: 'success', title: t('support.makeAdmin.done', names) });
      onClose();
    },
    onRefused: (refusal) => {
      void client.invalidateQueries({ queryKey: accountsKey });
      setProblem(showFieldErrors(refusal, form, ['reason'], t) ? null : refusal);
    },
  });
  const turn = others.length === 0 ? 'first' : isAdmin ? 'only' : keepsOthers ? 'beside' : 'instead';
  const { ref, name, onBlur, onChange } = register('reason', {
    validate: (typed) => typed.trim() !== '' || t('support.makeAdmin.reasonEmpty'),
    maxLength: { value: longestReason, message: t('support.makeAdmin.reasonLong', { most: longestReason }) },
  });
  const error = formState.errors.reason?.message;
  const submit = form.handleSubmit((typed) => send(typed));
  return (
    <Dialog
      title={t(isAdmin ? 'support.makeAdmin.onlyTitle' : 'support.makeAdmin.title', names)}
      text={`${t(`support.makeAdmin.${turn}`, names)} ${t('support.makeAdmin.told')}`}
      titleIcon="warning"
      isBusy={isBusy}
      onClose={onClose}
      footer={<DialogButtons submit={t(isAdmin ? 'support.people.onlyAdmin' : 'support.people.makeAdmin')} form={id} isBusy={isBusy} onClose={onClose} />}
    >
      <Form id={id} onSubmit={(event) => void submit(event)} noValidate>
        {problem !== null && <ProblemAlert title={t('support.makeAdmin.failed')} problem={problem} />}
        <FormField id={`${id}-reason`} label={t('support.makeAdmin.reason')} error={error} hint={t('support.makeAdmin.reasonHint')}>
          <TextArea
            id={`${id}-reason`}
            ref={ref}
            name={name}
            rows={3}
            resizeOrientation="vertical"
            validated={error === undefined ? 'default' : 'error'}
            aria-describedby={helpId(`${id}-reason`)}
            onBlur={(event) => void onBlur(event)}
            onChange={(event) => void onChange(event)}
          />
        </FormField>
        {others.length > 0 && !isAdmin && (
          <Controller
            control={control}
            name="keepOthers"
            render={({ field }) => (
              <Checkbox
                id={`${id}-keep`}
                ref={field.ref}
                label={t('support.makeAdmin.keep', names)}
                isChecked={field.value}
                onBlur={field.onBlur}
                onChange={(_event, checked) => field.onChange(checked)}
              />
            )}
          />
        )}
      </Form>
    </Dialog>
  );
}
