import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MailedLinkPage } from '@/components/MailedLinkPage';
import { inspectReset, type Inspected, type LinkState } from './inspectReset';
import { LinkStatePage } from './LinkStatePage';
import { ResetForm } from './ResetForm';

/** D3: where the link for a new password leads: set it, or read why the link does not work and what to do. */
export function ResetPage() {
  const { t } = useTranslation();
  return (
    <MailedLinkPage
      title={t('passwordReset.pageTitle')}
      checking={t('passwordReset.checking')}
      failed={t('passwordReset.states.FAILED.title')}
      inspect={inspectReset}
      missing={<LinkStatePage state="MISSING" />}
    >
      {(token, link) => <Reset token={token} link={link} />}
    </MailedLinkPage>
  );
}

function Reset({ token, link }: { token: string; link: Inspected }) {
  const [found, setFound] = useState<LinkState>();
  const state = found ?? link.state;
  if (state !== 'PENDING') return <LinkStatePage state={state} />;
  return <ResetForm token={token} link={link} onLinkState={setFound} />;
}
