import { Card, CardBody } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { PublicPage } from '@/components/PublicPage';
import { useTitle } from '@/lib/useTitle';
import { AskForm } from './AskForm';
import { LinkOnItsWay } from './LinkOnItsWay';

/** D3: asks for the address and then always says the same, so that nobody learns who has an account. */
export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const arrival = useLocation().state as { email?: string } | null;
  const [asked, setAsked] = useState<string>();
  const [before, setBefore] = useState(arrival?.email ?? '');
  useTitle(t(asked === undefined ? 'passwordReset.ask.title' : 'passwordReset.asked.title'));
  const again = () => {
    setBefore(asked ?? '');
    setAsked(undefined);
  };
  return (
    <PublicPage>
      <Card isLarge>
        <CardBody>{asked === undefined ? <AskForm email={before} onAsked={setAsked} /> : <LinkOnItsWay email={asked} onAgain={again} />}</CardBody>
      </Card>
    </PublicPage>
  );
}
