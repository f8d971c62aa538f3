import { Button, Content, Form } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CodeField } from '@/components/CodeField';
import type { Credentials } from '@/components/CredentialsForm';
import { PageHeading } from '@/components/PageHeading';
import { ProblemAlert } from '@/components/ProblemAlert';
import { WaitNote } from '@/components/WaitNote';
import { ApiProblem } from '@/lib/api/problem';
import type { Session } from '@/lib/api/schema';
import { showFieldErrors } from '@/lib/fieldErrors';
import { signIn } from '@/lib/signIn';
import { useWait } from '@/lib/useWait';
import styles from './SignInForm.module.css';

interface Props {
  credentials: Credentials;
  onSignedIn: (session: Session) => void;
  /** To e-mail and password again, with what was said about them. */
  onBack: (refusal?: unknown) => void;
}

/** The code of the authenticator app or, for whoever has lost it, one of the recovery codes. */
export function SecondStep({ credentials, onSignedIn, onBack }: Props) {
  const { t } = useTranslation();
  const wait = useWait();
  const [kind, setKind] = useState<'app' | 'recovery'>('app');
  const form = useForm({ defaultValues: { code: '' } });
  const { setFocus, resetField } = form;
  useEffect(() => setFocus('code'), [setFocus, kind]);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (code: string) => signIn({ ...credentials, code }),
    onSuccess: onSignedIn,
    onError: (problem) => {
      // The password was changed in between.
      if (problem instanceof ApiProblem && problem.code === 'auth.invalid-credentials') {
        onBack(problem);
        return;
      }
      wait.noteProblem(problem);
      if (showFieldErrors(problem, form, ['code'], t, { 'auth.code-wrong': 'code' })) reset();
    },
  });
  const submit = form.handleSubmit(({ code }) => {
    if (!wait.isOn && !isPending) mutate(code.replaceAll(/\s/g, ''));
  });
  const turn = () => {
    reset();
    resetField('code');
    setKind(kind === 'app' ? 'recovery' : 'app');
  };
  return (
    <div className={styles['steps']}>
      <PageHeading size="2xl">{t('signIn.code.title')}</PageHeading>
      <Content component="p">{t(`signIn.code.${kind}.text`, { email: credentials.email })}</Content>
      <Form onSubmit={(event) => void submit(event)} noValidate>
        {error !== null && (
          <ProblemAlert title={t('signIn.code.failed')} problem={error} variant={wait.isOn ? 'warning' : 'danger'} />
        )}
        <CodeField
          label={t(`signIn.code.${kind}.label`)}
          kind={kind}
          field={form.register('code', { required: t(`signIn.code.${kind}.empty`) })}
          error={form.formState.errors.code?.message}
        />
        <Button type="submit" isBlock isLoading={isPending} isAriaDisabled={isPending || wait.isOn}>
          {t('signIn.submit')}
        </Button>
        <WaitNote left={wait.left} />
        <Button variant="link" onClick={turn}>
          {t(`signIn.code.${kind}.other`)}
        </Button>
        <Button variant="link" onClick={() => onBack()}>
          {t('signIn.code.back')}
        </Button>
      </Form>
    </div>
  );
}
