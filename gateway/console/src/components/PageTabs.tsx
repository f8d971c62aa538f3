import { PageSection, Tab, TabTitleText, Tabs } from '@patternfly/react-core';
import type { MouseEvent } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { PageHeading } from './PageHeading';
import styles from './PageTabs.module.css';

interface Props {
  /** Of the panel below the tabs. */
  id: string;
  title: string;
  tabs: readonly { path: string; title: string }[];
}

/** Heading and tabs of a page; each tab is an address of its own. */
export function PageTabs({ id, title, tabs }: Props) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const active = tabs.find(({ path }) => path === pathname) ?? tabs[0];
  const open = (path: string) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate(path);
  };
  return (
    <>
      <PageSection className={styles['head'] ?? ''}>
        <PageHeading size="2xl">{title}</PageHeading>
      </PageSection>
      <PageSection type="tabs" className={styles['tabs'] ?? ''}>
        <Tabs activeKey={active?.path ?? ''} tabListAriaLabel={title} usePageInsets>
          {tabs.map(({ path, title: name }) => (
            <Tab
              key={path}
              eventKey={path}
              href={path}
              tabContentId={id}
              title={<TabTitleText>{name}</TabTitleText>}
              onClick={open(path)}
            />
          ))}
        </Tabs>
      </PageSection>
      <PageSection isFilled>
        <div id={id} role="tabpanel" aria-label={active?.title ?? title}>
          <Outlet />
        </div>
      </PageSection>
    </>
  );
}
