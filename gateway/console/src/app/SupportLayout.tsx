import { Button, Label, Masthead, MastheadBrand, MastheadContent, MastheadLogo, MastheadMain, Page, SkipToContent } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { ProblemAlert } from '@/components/ProblemAlert';
import { ToastProvider } from '@/components/toasts/ToastProvider';
import { Wordmark } from '@/components/Wordmark';
import { paths } from '@/lib/paths';
import { endSession, useSupportSession } from '@/lib/session';
import { signOut } from '@/lib/signOut';
import styles from './AppLayout.module.css';

/** The frame of every page of support: plainly another place than the console of a company. */
export function SupportLayout() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { user } = useSupportSession();
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => endSession(client, 'left') });
  const masthead = (
    <Masthead display={{ default: 'inline' }} className={styles['masthead'] ?? ''}>
      <MastheadMain>
        <MastheadBrand>
          <MastheadLogo component={(props) => <Link {...props} to={paths.support} />}>
            <Wordmark />
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent className={styles['content'] ?? ''}>
        <div className={styles['nav']}>
          <Label color="purple">{t('support.name')}</Label>
        </div>
        <span className={styles['who']}>{user.name}</span>
        <Button variant="link" isLoading={leave.isPending} onClick={() => leave.mutate()}>
          {t('menu.signOut')}
        </Button>
      </MastheadContent>
    </Masthead>
  );
  return (
    <Page
      masthead={masthead}
      mainContainerId="main"
      skipToContent={<SkipToContent href="#main">{t('skipToContent')}</SkipToContent>}
    >
      {leave.isError && <ProblemAlert title={t('menu.failed')} problem={leave.error} />}
      <ToastProvider>
        <Outlet />
      </ToastProvider>
    </Page>
  );
}
