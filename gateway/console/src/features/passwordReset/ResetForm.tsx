import { Content, Stack, StackItem } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { NewPasswordForm } from '@/components/NewPasswordForm';
import { PageHeading } from '@/components/PageHeading';
import { linkStateOf } from '@/lib/mailedLink';
import { personalWords } from '@/lib/passwordRules';
import { paths } from '@/lib/paths';
import { refreshSession } from '@/lib/session';
import { completeReset } from './completeReset';
import { stateOfCode, type Inspected, type LinkState } from './inspectReset';

interface Props {
  token: string;
  link: Inspected;
  onLinkState: (state: LinkState) => void;
}

/** The holder of the link sets a new password and signs in with it. */
export function ResetForm({ token, link, onLinkState }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { companyName, firstName } = link;
  const takeLinkState = (problem: unknown) => {
    const state = linkStateOf(problem, stateOfCode);
    if (state !== undefined) onLinkState(state);
    return state !== undefined;
  };
  const goToSignIn = () => {
    // All sessions of the person have ended, this browser's as well.
    void refreshSession(client);
    void navigate(paths.signIn, { replace: true, state: { passwordSet: true } });
  };
  return (
    <Stack hasGutter>
      <StackItem>
        <PageHeading size="2xl">{t('passwordReset.title')}</PageHeading>
      </StackItem>
      <StackItem>
        <Content component="p">{t('passwordReset.text', { firstName, companyName })}</Content>
      </StackItem>
      <StackItem>
        <NewPasswordForm
          label={t('passwordReset.newPassword')}
          submit={t('passwordReset.submit')}
          failed={t('passwordReset.failed')}
          personal={personalWords(link)}
          save={(password) => completeReset({ token, password })}
          onSaved={goToSignIn}
          onRefused={takeLinkState}
        />
      </StackItem>
    </Stack>
  );
}
