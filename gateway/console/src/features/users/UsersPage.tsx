import { useTranslation } from 'react-i18next';
import { PageTabs } from '@/components/PageTabs';
import { paths } from '@/lib/paths';

export function UsersPage() {
  const { t } = useTranslation();
  const tabs = [
    { path: paths.users, title: t('users.tabs.manage') },
    { path: paths.addUsers, title: t('users.tabs.add') },
  ];
  return <PageTabs id="users-panel" title={t('users.title')} tabs={tabs} />;
}
