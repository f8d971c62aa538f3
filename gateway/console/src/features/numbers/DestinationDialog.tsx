import { Form, TextInput } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Choices } from '@/components/Choices';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { DialogProblem } from '@/components/DialogProblem';
import { FormField, helpId } from '@/components/FormField';
import { UserPicker } from '@/components/UserPicker';
import { ApiProblem } from '@/lib/api/problem';
import type { Destination, DestinationType, PhoneNumber, User } from '@/lib/api/schema';
import { formatInternational, formatPhone, fullName } from '@/lib/format';
import { problemText } from '@/lib/problemText';
import { leadNumber } from './numbers';
import { useNumberAct } from './useNumberAct';

type Way = DestinationType | 'COMPANY_BOX';

interface Props {
  number: PhoneNumber;
  /** Whose direct number it is. */
  holder: User | undefined;
  onClose: () => void;
}

/** F2: what happens when somebody calls the number. */
export function DestinationDialog({ number, holder, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [way, setWay] = useState<Way>(wayOf(number.destination));
  const [userId, setUserId] = useState(holder?.id ?? number.destination?.userId ?? '');
  const [forwardTo, setForwardTo] = useState(number.destination?.forwardTo ? formatInternational(number.destination.forwardTo) : '');
  const [isMissing, setMissing] = useState(false);
  const written = formatPhone(number.number);
  const { start, isBusy, problem } = useNumberAct(
    (wanted: Destination) => leadNumber(number, wanted),
    t('numbers.destination.done', { number: written }),
    onClose,
  );
  const needsUser = (way === 'USER' || way === 'VOICEMAIL') && holder === undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = (needsUser && userId === '') || (way === 'FORWARD' && forwardTo.trim() === '');
    setMissing(missing);
    if (missing) field.current?.focus();
    else start(destinationOf(way, userId, forwardTo));
  };
  const refusal = problem instanceof ApiProblem && problem.code.startsWith('forwarding.') ? problemText(problem, t) : undefined;
  const numberError = isMissing && forwardTo.trim() === '' ? t('forwarding.empty') : refusal;
  const userError = isMissing && userId === '' ? t('numbers.assign.missing') : undefined;
  return (
    <Dialog
      title={t('numbers.destination.title', { number: written })}
      text={t('numbers.destination.text')}
      isBusy={isBusy}
      onClose={onClose}
      footer={<DialogButtons submit={t('numbers.destination.save')} form={id} isBusy={isBusy} onClose={onClose} />}
    >
      <Form id={id} onSubmit={submit} noValidate>
        {refusal === undefined && <DialogProblem title={t('numbers.destination.failed')} problem={problem} />}
        <Choices legend={t('numbers.destination.legend')} choices={choicesOf(holder, t)} value={way} onChange={setWay} />
        {needsUser && (
          <FormField id={`${id}-user`} label={t('numbers.assign.who')} error={userError}>
            <UserPicker
              id={`${id}-user`}
              label={t('numbers.assign.who')}
              value={userId}
              onChange={setUserId}
              onBlur={() => undefined}
              inputRef={(input) => {
                field.current = input;
              }}
              isInvalid={userError !== undefined}
              describedBy={userError === undefined ? undefined : helpId(`${id}-user`)}
            />
          </FormField>
        )}
        {way === 'FORWARD' && (
          <FormField id={`${id}-to`} label={t('forwarding.number')} hint={t('forwarding.hint')} error={numberError}>
            <TextInput
              id={`${id}-to`}
              type="tel"
              ref={field}
              value={forwardTo}
              validated={numberError === undefined ? 'default' : 'error'}
              aria-describedby={helpId(`${id}-to`)}
              onChange={(_event, text) => setForwardTo(text)}
            />
          </FormField>
        )}
        {way === 'FORWARD' && <p>{t('numbers.destination.screening')}</p>}
      </Form>
    </Dialog>
  );
}

function choicesOf(holder: User | undefined, t: TFunction): { value: Way; label: string }[] {
  const name = holder === undefined ? undefined : fullName(holder);
  return [
    { value: 'USER', label: name === undefined ? t('numbers.destination.aUser') : t('numbers.destination.holder', { name }) },
    { value: 'GREETING', label: t('numbers.destination.greeting') },
    { value: 'VOICEMAIL', label: name === undefined ? t('numbers.destination.aBox') : t('numbers.destination.box', { name }) },
    { value: 'COMPANY_BOX', label: t('numbers.destination.companyBox') },
    { value: 'FORWARD', label: t('numbers.destination.forward') },
  ];
}

function wayOf(destination: Destination | null | undefined): Way {
  if (!destination) return 'GREETING';
  return destination.type === 'VOICEMAIL' && !destination.userId ? 'COMPANY_BOX' : destination.type;
}

function destinationOf(way: Way, userId: string, forwardTo: string): Destination {
  switch (way) {
    case 'USER':
    case 'VOICEMAIL':
      return { type: way, userId };
    case 'COMPANY_BOX':
      return { type: 'VOICEMAIL' };
    case 'FORWARD':
      return { type: way, forwardTo };
    case 'GREETING':
      return { type: way };
  }
}
