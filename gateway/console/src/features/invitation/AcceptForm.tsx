import { Content, Stack, StackItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { NewPasswordForm } from '@/components/NewPasswordForm';
import { PageHeading } from '@/components/PageHeading';
import { linkStateOf } from '@/lib/mailedLink';
import { personalWords } from '@/lib/passwordRules';
import { paths } from '@/lib/paths';
import { acceptInvitation } from './acceptInvitation';
import { stateOfCode, type Inspected, type LinkState } from './inspectInvitation';

interface Props {
  token: string;
  invitation: Inspected;
  onLinkState: (state: LinkState) => void;
}

/** The invited person chooses a password (A5) and is a user from then on. */
export function AcceptForm({ token, invitation, onLinkState }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { companyName, firstName } = invitation;
  const takeLinkState = (problem: unknown) => {
    const state = linkStateOf(problem, stateOfCode);
    if (state !== undefined) onLinkState(state);
    return state !== undefined;
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
        <NewPasswordForm
          submit={t('join.submit', { companyName })}
          failed={t('join.failed')}
          personal={personalWords(invitation)}
          save={(password) => acceptInvitation({ token, password })}
          onSaved={() => void navigate(paths.signIn, { replace: true, state: { joined: { companyName } } })}
          onRefused={takeLinkState}
        />
      </StackItem>
    </Stack>
  );
}
