import { Alert, Card, CardBody, Content, PageSection, Stack, StackItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { ButtonLink } from '@/components/ButtonLink';
import { PageHeading } from '@/components/PageHeading';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import { useTitle } from '@/lib/useTitle';

/** The start page of a person who is not an admin. */
export function WelcomePage() {
  const { t } = useTranslation();
  const { user, account } = useSession();
  const state = useLocation().state as { adminsOnly?: boolean } | null;
  useTitle(t('home.pageTitle'));
  return (
    <PageSection isWidthLimited>
      <Stack hasGutter>
        {state?.adminsOnly === true && (
          <StackItem>
            <Alert isInline variant="info" title={t('home.adminsOnly')} component="p" />
          </StackItem>
        )}
        <StackItem>
          <Card>
            <CardBody>
              <PageHeading size="2xl">{t('home.title', { firstName: user.firstName })}</PageHeading>
              <Content component="p">{t('home.text', { companyName: account.companyName })}</Content>
              <Content component="p">{t('home.signedInAs', { email: user.email })}</Content>
              <ButtonLink to={paths.settings}>{t('home.settings')}</ButtonLink>
            </CardBody>
          </Card>
        </StackItem>
      </Stack>
    </PageSection>
  );
}
