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
import { mustSetUpTwoStep, useSession } from '@/lib/session';
import styles from './AppLayout.module.css';

const adminPages = [
  { name: 'users', path: paths.users },
  { name: 'numbers', path: paths.numbers },
  { name: 'phoneRules', path: paths.phoneRules },
  { name: 'billing', path: paths.billing },
  { name: 'audit', path: paths.audit },
  { name: 'security', path: paths.companySecurity },
] as const;

/** The frame of every page behind sign-in. */
export function AppLayout() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const session = useSession();
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
          {session.user.role === 'ADMIN' && !mustSetUpTwoStep(session) && (
            <Nav variant="horizontal" aria-label={t('nav.label')}>
              <NavList>
                {adminPages.map(({ name, path }) => (
                  <NavItem key={name} isActive={pathname.startsWith(path)}>
                    <Link to={path}>{t(`nav.${name}`)}</Link>
                  </NavItem>
                ))}
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
