import { Alert, Card, CardBody, Content } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useSearchParams } from 'react-router';
import { PublicPage } from '@/components/PublicPage';
import { paths, returnPath } from '@/lib/paths';
import { useSessionState } from '@/lib/session';
import { SignInForm } from './SignInForm';

/** How a person came here; said above the form. */
interface Arrival {
  expired?: boolean;
  joined?: { companyName: string };
  registered?: { email: string };
  passwordSet?: boolean;
}

export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const arrival = (useLocation().state ?? {}) as Arrival;
  const { data } = useSessionState();
  const [signingIn, setSigningIn] = useState(false);
  // Who has just chosen a password signs in anew, also in a browser where somebody else is still signed in.
  const isNew = arrival.joined !== undefined || arrival.passwordSet === true;
  if (data?.status === 'signed-in' && (!isNew || signingIn)) {
    return <Navigate to={returnPath(search.get('next'))} replace />;
  }
  const aside = (
    <>
      {t('signIn.noAccount')} <Link to={paths.signUp}>{t('signIn.signUp')}</Link>
    </>
  );
  return (
    <PublicPage aside={aside}>
      <Card isLarge>
        <CardBody>
          <SignInForm
            email={arrival.registered?.email ?? ''}
            notice={<Notice arrival={arrival} />}
            onSignedIn={() => setSigningIn(true)}
          />
        </CardBody>
      </Card>
    </PublicPage>
  );
}

function Notice({ arrival }: { arrival: Arrival }) {
  const { t } = useTranslation();
  if (arrival.joined !== undefined) return <Good title={t('signIn.joinedTitle')} text={t('signIn.joined', arrival.joined)} />;
  if (arrival.registered !== undefined) return <Good title={t('signIn.registeredTitle')} text={t('signIn.registered')} />;
  if (arrival.passwordSet === true) return <Good title={t('signIn.passwordSetTitle')} text={t('signIn.passwordSet')} />;
  if (arrival.expired !== true) return null;
  return (
    <div role="status">
      <Alert isInline variant="info" title={t('signIn.expired')} component="p" />
    </div>
  );
}

function Good({ title, text }: { title: string; text: string }) {
  return (
    <div role="status">
      <Alert isInline variant="success" title={title} component="p">
        <Content component="p">{text}</Content>
      </Alert>
    </div>
  );
}
