import { PageSection, Tab, TabTitleText, Tabs } from '@patternfly/react-core';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { PageHeading } from '@/components/PageHeading';
import { paths } from '@/lib/paths';
import styles from './UsersPage.module.css';

/** Heading and tabs; each tab is an address of its own. */
export function UsersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const active = pathname === paths.addUsers ? 'add' : 'manage';
  const open = (path: string) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate(path);
  };
  return (
    <>
      <PageSection className={styles['head'] ?? ''}>
        <PageHeading size="2xl">{t('users.title')}</PageHeading>
      </PageSection>
      <PageSection type="tabs" className={styles['tabs'] ?? ''}>
        <Tabs activeKey={active} tabListAriaLabel={t('users.tabs.label')} usePageInsets>
          <Tab
            eventKey="manage"
            href={paths.users}
            tabContentId="users-panel"
            title={<TabTitleText>{t('users.tabs.manage')}</TabTitleText>}
            onClick={open(paths.users)}
          />
          <Tab
            eventKey="add"
            href={paths.addUsers}
            tabContentId="users-panel"
            title={<TabTitleText>{t('users.tabs.add')}</TabTitleText>}
            onClick={open(paths.addUsers)}
          />
        </Tabs>
      </PageSection>
      <PageSection isFilled>
        <div id="users-panel" role="tabpanel" aria-label={t(`users.tabs.${active}`)}>
          <Outlet />
        </div>
      </PageSection>
    </>
  );
}
