import { Button, Content, Form, Stack, StackItem } from '@patternfly/react-core';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components/ButtonLink';
import { PageHeading } from '@/components/PageHeading';
import { ProblemAlert } from '@/components/ProblemAlert';
import { TextField } from '@/components/TextField';
import { WaitNote } from '@/components/WaitNote';
import { showFieldErrors } from '@/lib/fieldErrors';
import { paths } from '@/lib/paths';
import { useWait } from '@/lib/useWait';
import { z } from '@/lib/zod';
import { askForReset } from './askForReset';

interface Props {
  email: string;
  onAsked: (email: string) => void;
}

export function AskForm({ email, onAsked }: Props) {
  const { t } = useTranslation();
  const wait = useWait();
  const schema = useMemo(() => z.object({ email: z.string().trim().pipe(z.email(t('passwordReset.ask.error'))) }), [t]);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { email } });
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: askForReset,
    onSuccess: (_nothing, asked) => onAsked(asked),
    onError: (problem) => {
      wait.noteProblem(problem);
      if (showFieldErrors(problem, form, ['email'], t)) reset();
    },
  });
  const submit = form.handleSubmit((values) => {
    if (!isPending && !wait.isOn) mutate(values.email);
  });
  return (
    <Stack hasGutter>
      <StackItem>
        <PageHeading size="2xl">{t('passwordReset.ask.title')}</PageHeading>
      </StackItem>
      <StackItem>
        <Content component="p">{t('passwordReset.ask.text')}</Content>
      </StackItem>
      <StackItem>
        <Form onSubmit={(event) => void submit(event)} noValidate>
          {error !== null && (
            <ProblemAlert title={t('passwordReset.ask.failed')} problem={error} variant={wait.isOn ? 'warning' : 'danger'} />
          )}
          <TextField
            label={t('passwordReset.ask.email')}
            type="email"
            autoComplete="username"
            field={form.register('email')}
            error={form.formState.errors.email?.message}
          />
          <Button type="submit" isBlock isLoading={isPending} isAriaDisabled={isPending || wait.isOn}>
            {t('passwordReset.ask.submit')}
          </Button>
          <WaitNote left={wait.left} />
          <ButtonLink to={paths.signIn} variant="link">
            {t('passwordReset.backToSignIn')}
          </ButtonLink>
        </Form>
      </StackItem>
    </Stack>
  );
}
