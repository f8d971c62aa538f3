import { Button, Form } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { showFieldErrors } from '@/lib/fieldErrors';
import { judgePassword, passwordProblemsAt } from '@/lib/passwordRules';
import { PasswordField } from './PasswordField';
import { PasswordRules } from './PasswordRules';
import { ProblemAlert } from './ProblemAlert';

interface Props {
  label?: string;
  submit: string;
  /** Above a refusal that is not about the password. */
  failed: string;
  /** What must not be the password. */
  personal: readonly string[];
  save: (password: string) => Promise<void>;
  onSaved: () => void;
  /** Takes a refusal that is told elsewhere, such as that the link is void. */
  onRefused: (problem: unknown) => boolean;
}

/** One new password (A5), by a person who holds a link. */
export function NewPasswordForm({ label, submit, failed, personal, save, onSaved, onRefused }: Props) {
  const { t } = useTranslation();
  const rules = useId();
  const form = useForm({ defaultValues: { password: '' } });
  const { control, register, formState } = form;
  const password = useWatch({ control, name: 'password' });
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: save,
    onSuccess: onSaved,
    onError: (problem) => {
      if (onRefused(problem) || showFieldErrors(problem, form, ['password'], t, passwordProblemsAt('password'))) reset();
    },
  });
  const send = form.handleSubmit((values) => {
    if (!isPending) mutate(values.password);
  });
  const meetsRules = (value: string) => {
    const { length, impersonal } = judgePassword(value, personal);
    return (length && impersonal) || t('password.notMet');
  };
  return (
    <Form onSubmit={(event) => void send(event)} noValidate>
      {error !== null && <ProblemAlert title={failed} problem={error} />}
      <PasswordField
        autoComplete="new-password"
        {...(label !== undefined && { label })}
        field={register('password', { validate: meetsRules })}
        error={formState.errors.password?.message}
        describedBy={rules}
      >
        <PasswordRules id={rules} password={password} personal={personal} />
      </PasswordField>
      <Button type="submit" isBlock isLoading={isPending} isAriaDisabled={isPending}>
        {submit}
      </Button>
    </Form>
  );
}
