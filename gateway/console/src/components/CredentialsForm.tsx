import { Alert, Button, Form } from '@patternfly/react-core';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo, type ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { showFieldErrors } from '@/lib/fieldErrors';
import { problemText } from '@/lib/problemText';
import { useWait } from '@/lib/useWait';
import { z } from '@/lib/zod';
import { PasswordField } from './PasswordField';
import { TextField } from './TextField';
import { WaitNote } from './WaitNote';

export interface Credentials {
  email: string;
  password: string;
}

interface Props<T> {
  email: string;
  send: (credentials: Credentials) => Promise<T>;
  onSignedIn: (session: T) => void;
  /** Takes a refusal that asks for something else than e-mail and password. */
  onRefused?: (problem: unknown, credentials: Credentials) => boolean;
  /** Why the person is back here. */
  refusal?: unknown;
  /** Below the fields, such as the way to a forgotten password; is given the address as typed. */
  children?: (email: string) => ReactNode;
}

/** A3: wrong e-mail and wrong password are told alike; after too many failures the button waits as long as the API says. */
export function CredentialsForm<T>({ email: before, send, onSignedIn, onRefused, refusal, children }: Props<T>) {
  const { t } = useTranslation();
  const wait = useWait();
  const schema = useMemo(() => credentials(t), [t]);
  const form = useForm<Credentials>({ resolver: zodResolver(schema), defaultValues: { email: before, password: '' } });
  const { errors } = form.formState;
  const email = useWatch({ control: form.control, name: 'email' });
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: send,
    onSuccess: onSignedIn,
    onError: (problem, typed) => {
      if (onRefused?.(problem, typed) === true) {
        reset();
        return;
      }
      wait.noteProblem(problem);
      if (!showFieldErrors(problem, form, ['email', 'password'], t)) form.setFocus('password', { shouldSelect: true });
    },
  });
  const problem = error ?? (isPending ? undefined : refusal);
  const submit = form.handleSubmit((values) => {
    if (!wait.isOn && !isPending) mutate(values);
  });
  return (
    <Form onSubmit={(event) => void submit(event)} noValidate>
      {problem !== undefined && problem !== null && (
        <div role="alert">
          <Alert isInline variant={wait.isOn ? 'warning' : 'danger'} title={problemText(problem, t)} component="p" />
        </div>
      )}
      <TextField
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        field={form.register('email')}
        error={errors.email?.message}
      />
      <PasswordField autoComplete="current-password" field={form.register('password')} error={errors.password?.message} />
      <Button type="submit" isBlock isLoading={isPending} isAriaDisabled={isPending || wait.isOn}>
        {t('signIn.submit')}
      </Button>
      <WaitNote left={wait.left} />
      {children?.(email)}
    </Form>
  );
}

function credentials(t: TFunction) {
  return z.object({
    email: z.string().trim().min(1, t('signIn.errors.email')),
    password: z.string().min(1, t('signIn.errors.password')),
  });
}
