import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { showFieldErrors } from '@/lib/fieldErrors';
import { formatInternational } from '@/lib/format';
import { forwardingOf, type ForwardTo } from '@/lib/user/callForwarding';
import type { LinePart } from '@/lib/user/linePart';
import { useLinePart } from '@/lib/user/useLinePart';

export interface ForwardingValues {
  isOn: 'yes' | 'no';
  number: string;
}

interface Props {
  userId: string;
  read: LinePart<ForwardTo>;
  onSaved: (forwardTo: ForwardTo) => void;
  /** It is saved as it was. */
  onSame: () => void;
}

/** The form of a user's call forwarding (D2, G2). */
export function useForwarding({ userId, read, onSaved, onSame }: Props) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm<ForwardingValues>({ defaultValues: valuesOf(read.value) });
  const part = useLinePart({
    read,
    line: forwardingOf(userId),
    onSaved: ({ value }) => {
      form.reset(valuesOf(value));
      onSaved(value);
    },
    onRefused: (refusal) => setProblem(showFieldErrors(refusal, form, ['number'], t) ? null : refusal),
  });
  const save = (values: ForwardingValues) => {
    const wanted = wantedOf(values);
    if (values.isOn === 'yes' && wanted === '') return form.setError('number', { message: t('forwarding.empty') }, { shouldFocus: true });
    setProblem(null);
    if (wanted === part.base.value || (wanted !== null && wanted === written(part.base.value))) return onSame();
    part.save(wanted);
  };
  return {
    form,
    before: part.base.value,
    conflict: part.conflict?.value,
    isBusy: part.isBusy,
    problem,
    submit: form.handleSubmit(save),
    keepMine: () => part.saveOnTop(wantedOf(form.getValues())),
    takeTheirs: () => form.reset(valuesOf(part.takeTheirs().value)),
  };
}

export type Forwarding = ReturnType<typeof useForwarding>;

function valuesOf(forwardTo: ForwardTo): ForwardingValues {
  return { isOn: forwardTo === null ? 'no' : 'yes', number: written(forwardTo) };
}

function wantedOf({ isOn, number }: ForwardingValues): ForwardTo {
  return isOn === 'no' ? null : number.trim();
}

function written(forwardTo: ForwardTo): string {
  return forwardTo === null ? '' : formatInternational(forwardTo);
}
