import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MailedLinkPage } from '@/components/MailedLinkPage';
import { AcceptForm } from './AcceptForm';
import { inspectInvitation, type Inspected, type LinkState } from './inspectInvitation';
import { LinkStatePage } from './LinkStatePage';

/** Where the link of an invitation leads: choose a password, or read why the link does not work. */
export function JoinPage() {
  const { t } = useTranslation();
  return (
    <MailedLinkPage
      title={t('join.pageTitle')}
      checking={t('join.checking')}
      failed={t('join.states.FAILED.title')}
      inspect={inspectInvitation}
      missing={<LinkStatePage state="MISSING" />}
    >
      {(token, invitation) => <Invitation token={token} invitation={invitation} />}
    </MailedLinkPage>
  );
}

function Invitation({ token, invitation }: { token: string; invitation: Inspected }) {
  const [found, setFound] = useState<LinkState>();
  const state = found ?? invitation.state;
  if (state !== 'PENDING') return <LinkStatePage state={state} />;
  return <AcceptForm token={token} invitation={invitation} onLinkState={setFound} />;
}
