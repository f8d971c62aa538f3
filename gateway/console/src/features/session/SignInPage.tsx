import { Alert, Card, CardBody, Content, Stack, StackItem } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useSearchParams } from 'react-router';
import { PageHeading } from '@/components/PageHeading';
import { PublicPage } from '@/components/PublicPage';
import { paths, returnPath } from '@/lib/paths';
import { useSessionState } from '@/lib/session';
import { useTitle } from '@/lib/useTitle';
import { SignInForm } from './SignInForm';

/** How a person came here; said above the form. */
interface Arrival {
  expired?: boolean;
  joined?: { companyName: string };
  registered?: { email: string };
}

export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const arrival = (useLocation().state ?? {}) as Arrival;
  const { data } = useSessionState();
  const [signingIn, setSigningIn] = useState(false);
  useTitle(t('signIn.title'));
  // Someone who has just joined signs in anew, also in a browser where his admin is still signed in.
  if (data?.status === 'signed-in' && (arrival.joined === undefined || signingIn)) {
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
          <Stack hasGutter>
            <StackItem>
              <PageHeading size="2xl">{t('signIn.title')}</PageHeading>
            </StackItem>
            <Notice arrival={arrival} />
            <StackItem>
              <SignInForm email={arrival.registered?.email ?? ''} onSignedIn={() => setSigningIn(true)} />
            </StackItem>
          </Stack>
        </CardBody>
      </Card>
    </PublicPage>
  );
}

function Notice({ arrival }: { arrival: Arrival }) {
  const { t } = useTranslation();
  if (arrival.joined !== undefined) {
    return (
      <StackItem role="status">
        <Alert isInline variant="success" title={t('signIn.joinedTitle')} component="p">
          <Content component="p">{t('signIn.joined', arrival.joined)}</Content>
        </Alert>
      </StackItem>
    );
  }
  if (arrival.registered !== undefined) {
    return (
      <StackItem role="status">
        <Alert isInline variant="success" title={t('signIn.registeredTitle')} component="p">
          <Content component="p">{t('signIn.registered')}</Content>
        </Alert>
      </StackItem>
    );
  }
  if (arrival.expired === true) {
    return (
      <StackItem role="status">
        <Alert isInline variant="info" title={t('signIn.expired')} component="p" />
      </StackItem>
    );
  }
  return null;
}
