import { Alert, Button, Form } from '@patternfly/react-core';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '@/components/PasswordField';
import { TextField } from '@/components/TextField';
import { ApiProblem } from '@/lib/api/problem';
import { showFieldErrors } from '@/lib/fieldErrors';
import { problemText } from '@/lib/problemText';
import { beginSession } from '@/lib/session';
import { signIn } from '@/lib/signIn';
import { useCountdown } from '@/lib/useCountdown';
import { waitInWords } from '@/lib/wait';
import { z } from '@/lib/zod';
import styles from './SignInForm.module.css';

interface Credentials {
  email: string;
  password: string;
}

/** A3: wrong e-mail and wrong password are told alike; after too many failures the button waits as long as the API says. */
export function SignInForm({ email, onSignedIn }: { email: string; onSignedIn: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const pause = useCountdown();
  const schema = useMemo(() => credentials(t), [t]);
  const form = useForm<Credentials>({ resolver: zodResolver(schema), defaultValues: { email, password: '' } });
  const { errors } = form.formState;
  const { mutate, isPending, error, isError } = useMutation({
    mutationFn: signIn,
    onSuccess: (session) => {
      onSignedIn();
      beginSession(client, session);
    },
    onError: (problem) => {
      if (problem instanceof ApiProblem && problem.status === 429) pause.start(problem.retryAfter ?? 1);
      if (!showFieldErrors(problem, form, ['email', 'password'], t)) form.setFocus('password', { shouldSelect: true });
    },
  });
  const waiting = pause.left > 0;
  const submit = form.handleSubmit((values) => {
    if (!waiting) mutate(values);
  });
  return (
    <Form onSubmit={(event) => void submit(event)} noValidate>
      {isError && (
        <div role="alert">
          <Alert isInline variant={waiting ? 'warning' : 'danger'} title={problemText(error, t)} component="p" />
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
      <Button type="submit" isBlock isLoading={isPending} isAriaDisabled={isPending || waiting}>
        {t('signIn.submit')}
      </Button>
      {waiting && <p aria-hidden="true" className={styles['again']}>{t('signIn.again', { wait: waitInWords(pause.left, t) })}</p>}
    </Form>
  );
}

function credentials(t: TFunction) {
  return z.object({
    email: z.string().trim().min(1, t('signIn.errors.email')),
    password: z.string().min(1, t('signIn.errors.password')),
  });
}
