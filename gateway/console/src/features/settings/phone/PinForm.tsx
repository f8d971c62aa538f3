import { Button, Form } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PinField } from '@/components/PinField';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useToasts } from '@/components/toasts/toasts';
import type { UserDetails } from '@/lib/api/schema';
import { showFieldErrors } from '@/lib/fieldErrors';
import { pinFault, pinLength } from '@/lib/pinRules';
import { useOnce } from '@/lib/useOnce';
import { editUser, userDetailsQuery } from '@/lib/user/userDetails';
import styles from '../Settings.module.css';

/** A PIN is replaced as a whole, whatever it was: there is nothing to read first. */
const WHATEVER_IT_WAS = '*';

const fieldOfCode = Object.fromEntries(
  ['pin.format', 'pin.repetition', 'pin.run', 'pin.extension'].map((code) => [code, 'voicemailPin']),
);

/** The voicemail PIN can be set and taken away, and is never shown. */
export function PinForm({ user }: { user: UserDetails }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm({ defaultValues: { voicemailPin: '' } });
  const { send, isBusy } = useOnce({
    run: async (pin: string | null) => {
      const read = await editUser(user.id, { voicemailPin: pin }, WHATEVER_IT_WAS);
      return { read, pin };
    },
    onDone: ({ read, pin }) => {
      setProblem(null);
      form.reset();
      client.setQueryData(userDetailsQuery(user.id).queryKey, read);
      toasts.show({ variant: 'success', title: t(pin === null ? 'settings.pin.removed' : 'settings.pin.saved') });
    },
    onRefused: (refusal) => setProblem(showFieldErrors(refusal, form, ['voicemailPin'], t, fieldOfCode) ? null : refusal),
  });
  const judge = (pin: string) => {
    const fault = pinFault(pin.trim(), user.extension);
    return fault === undefined || t(`problems.${fault}`);
  };
  const submit = form.handleSubmit(({ voicemailPin }) => send(voicemailPin.trim()));
  return (
    <Form onSubmit={(event) => void submit(event)} noValidate className={styles['narrow'] ?? ''}>
      <p>{t(user.voicemailPinSet ? 'settings.pin.isSet' : 'settings.pin.isNotSet')}</p>
      {problem !== null && <ProblemAlert title={t('settings.pin.failed')} problem={problem} />}
      <PinField
        label={t('settings.pin.label')}
        field={form.register('voicemailPin', { validate: judge })}
        error={form.formState.errors.voicemailPin?.message}
        hint={t('settings.pin.rules', pinLength)}
      />
      <div className={styles['actions']}>
        <Button type="submit" isLoading={isBusy} isAriaDisabled={isBusy}>
          {t('settings.pin.save')}
        </Button>
        {user.voicemailPinSet && (
          <Button variant="link" isAriaDisabled={isBusy} onClick={() => send(null)}>
            {t('settings.pin.remove')}
          </Button>
        )}
      </div>
    </Form>
  );
}
