import {
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  Nav,
  NavItem,
  NavList,
  Page,
  SkipToContent,
} from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { ToastProvider } from '@/components/toasts/ToastProvider';
import { Wordmark } from '@/components/Wordmark';
import { AccountMenu } from '@/features/session/AccountMenu';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import styles from './AppLayout.module.css';

/** The frame of every page behind sign-in. */
export function AppLayout() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { user } = useSession();
  const masthead = (
    <Masthead display={{ default: 'inline' }} className={styles['masthead'] ?? ''}>
      <MastheadMain>
        <MastheadBrand>
          <MastheadLogo component={(props) => <Link {...props} to={paths.home} />}>
            <Wordmark />
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent className={styles['content'] ?? ''}>
        <div className={styles['nav']}>
          {user.role === 'ADMIN' && (
            <Nav variant="horizontal" aria-label={t('nav.label')}>
              <NavList>
                <NavItem isActive={pathname.startsWith(paths.users)} to={paths.users} component={Link}>
                  {t('nav.users')}
                </NavItem>
              </NavList>
            </Nav>
          )}
        </div>
        <AccountMenu />
      </MastheadContent>
    </Masthead>
  );
  return (
    <Page
      masthead={masthead}
      mainContainerId="main"
      skipToContent={<SkipToContent href="#main">{t('skipToContent')}</SkipToContent>}
    >
      <ToastProvider>
        <Outlet />
      </ToastProvider>
    </Page>
  );
}
