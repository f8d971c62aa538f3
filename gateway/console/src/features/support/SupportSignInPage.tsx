import { Alert, Card, CardBody, Label } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useSearchParams } from 'react-router';
import { CredentialsForm } from '@/components/CredentialsForm';
import { PageHeading } from '@/components/PageHeading';
import { PublicPage } from '@/components/PublicPage';
import { fullName } from '@/lib/format';
import { paths, returnPath } from '@/lib/paths';
import { beginSession, useSessionState } from '@/lib/session';
import { useTitle } from '@/lib/useTitle';
import { signInSupport } from './signInSupport';
import styles from './Support.module.css';

/** I1: the door for the operator's own people. */
export function SupportSignInPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const arrival = useLocation().state as { expired?: boolean } | null;
  const { data } = useSessionState();
  useTitle(t('support.signIn.title'));
  if (data?.status === 'support') return <Navigate to={supportPath(search.get('next'))} replace />;
  return (
    <PublicPage aside={<Label color="purple">{t('support.name')}</Label>}>
      <Card isLarge>
        <CardBody>
          <div className={styles['steps']}>
            <PageHeading size="2xl">{t('support.signIn.title')}</PageHeading>
            <p>
              {t('support.signIn.text')} <Link to={paths.signIn}>{t('support.signIn.users')}</Link>
            </p>
            {arrival?.expired === true && (
              <div role="status">
                <Alert isInline variant="info" title={t('signIn.expired')} component="p" />
              </div>
            )}
            {data?.status === 'signed-in' && (
              <Alert
                isInline
                variant="warning"
                title={t('support.signIn.instead', { name: fullName(data.session.user), companyName: data.session.account.companyName })}
                component="p"
              />
            )}
            <CredentialsForm email="" send={signInSupport} onSignedIn={(session) => beginSession(client, session)} />
          </div>
        </CardBody>
      </Card>
    </PublicPage>
  );
}

/** Nothing but a page of support. */
function supportPath(next: string | null): string {
  const path = returnPath(next);
  return path === paths.support || path.startsWith(`${paths.support}/`) ? path : paths.support;
}
