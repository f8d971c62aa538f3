import { useTranslation } from 'react-i18next';
import { PageTabs } from '@/components/PageTabs';
import { paths } from '@/lib/paths';

/** G: what everybody may see and change of himself. */
export function SettingsPage() {
  const { t } = useTranslation();
  const tabs = [
    { path: paths.settings, title: t('settings.tabs.profile') },
    { path: paths.phoneSettings, title: t('settings.tabs.phone') },
    { path: paths.incomingCalls, title: t('settings.tabs.incomingCalls') },
    { path: paths.signInSettings, title: t('settings.tabs.signIn') },
  ];
  return <PageTabs id="settings-panel" title={t('settings.title')} tabs={tabs} />;
}
