import { Form } from '@patternfly/react-core';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Choices } from '@/components/Choices';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { DialogProblem } from '@/components/DialogProblem';
import { FormField, helpId } from '@/components/FormField';
import { UserPicker } from '@/components/UserPicker';
import type { AssignNumber, PhoneNumber } from '@/lib/api/schema';
import { formatPhone } from '@/lib/format';
import { assignNumber } from '@/lib/numbers/assignNumber';
import { useNumberAct } from './useNumberAct';

/** B8, F1: an unused number is a user's, or the company main number. */
export function AssignDialog({ number, onClose }: { number: PhoneNumber; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [holder, setHolder] = useState<'user' | 'company'>('user');
  const [userId, setUserId] = useState('');
  const [isMissing, setMissing] = useState(false);
  const written = formatPhone(number.number);
  const done = t('numbers.assign.done', { number: written });
  const { start, isBusy, problem } = useNumberAct((wanted: AssignNumber) => assignNumber(number, wanted), done, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (holder === 'company') return start({ company: true });
    if (userId !== '') return start({ userId });
    setMissing(true);
    picker.current?.focus();
  };
  const fieldId = `${id}-user`;
  const isInvalid = isMissing && userId === '';
  return (
    <Dialog
      title={t('numbers.assign.title', { number: written })}
      text={t('numbers.assign.text')}
      isBusy={isBusy}
      onClose={onClose}
      footer={<DialogButtons submit={t('numbers.assign.action')} form={id} isBusy={isBusy} onClose={onClose} />}
    >
      <Form id={id} onSubmit={submit} noValidate>
        <DialogProblem title={t('numbers.assign.failed')} problem={problem} />
        <Choices
          legend={t('numbers.assign.to')}
          choices={[
            { value: 'user', label: t('numbers.assign.user') },
            { value: 'company', label: t('numbers.assign.company') },
          ]}
          value={holder}
          onChange={setHolder}
        />
        {holder === 'user' && (
          <FormField id={fieldId} label={t('numbers.assign.who')} error={isInvalid ? t('numbers.assign.missing') : undefined}>
            <UserPicker
              id={fieldId}
              label={t('numbers.assign.who')}
              value={userId}
              onChange={setUserId}
              onBlur={() => undefined}
              inputRef={(input) => {
                picker.current = input;
              }}
              isInvalid={isInvalid}
              describedBy={isInvalid ? helpId(fieldId) : undefined}
            />
          </FormField>
        )}
      </Form>
    </Dialog>
  );
}
