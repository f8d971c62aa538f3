import { Button, Content, Form, Stack, StackItem } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PageHeading } from '@/components/PageHeading';
import { PasswordField } from '@/components/PasswordField';
import { PasswordRules } from '@/components/PasswordRules';
import { ProblemAlert } from '@/components/ProblemAlert';
import { showFieldErrors } from '@/lib/fieldErrors';
import { judgePassword, personalWords } from '@/lib/passwordRules';
import { paths } from '@/lib/paths';
import { acceptInvitation } from './acceptInvitation';
import { linkStateOf, type Inspected, type LinkState } from './inspectInvitation';

interface Props {
  token: string;
  invitation: Inspected;
  onLinkState: (state: LinkState) => void;
}

const passwordCodes = Object.fromEntries(
  ['password.too-short', 'password.too-long', 'password.too-common', 'password.personal'].map((code) => [code, 'password']),
);

/** The invited person chooses a password (A5) and is a user from then on. */
export function AcceptForm({ token, invitation, onLinkState }: Props) {
  const { t } = useTranslation();
  const rules = useId();
  const navigate = useNavigate();
  const form = useForm({ defaultValues: { password: '' } });
  const { control, register, formState } = form;
  const password = useWatch({ control, name: 'password' });
  const { companyName, firstName } = invitation;
  const personal = personalWords(invitation);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: acceptInvitation,
    onSuccess: () => navigate(paths.signIn, { replace: true, state: { joined: { companyName } } }),
    onError: (problem) => {
      const state = linkStateOf(problem);
      if (state !== undefined) onLinkState(state);
      else if (showFieldErrors(problem, form, ['password'], t, passwordCodes)) reset();
    },
  });
  const submit = form.handleSubmit((values) => mutate({ token, password: values.password }));
  const meetsRules = (value: string) => {
    const { length, impersonal } = judgePassword(value, personal);
    return (length && impersonal) || t('password.notMet');
  };
  return (
    <Stack hasGutter>
      <StackItem>
        <PageHeading size="2xl">{t('join.title', { firstName })}</PageHeading>
      </StackItem>
      <StackItem>
        <Content component="p">{t('join.text', { companyName })}</Content>
      </StackItem>
      <StackItem>
        <Form onSubmit={(event) => void submit(event)} noValidate>
          {error !== null && linkStateOf(error) === undefined && <ProblemAlert title={t('join.failed')} problem={error} />}
          <PasswordField
            autoComplete="new-password"
            field={register('password', { validate: meetsRules })}
            error={formState.errors.password?.message}
            describedBy={rules}
          >
            <PasswordRules id={rules} password={password} personal={personal} />
          </PasswordField>
          <Button type="submit" isBlock isLoading={isPending} isAriaDisabled={isPending}>
            {t('join.submit', { companyName })}
          </Button>
        </Form>
      </StackItem>
    </Stack>
  );
}
