import { useTranslation } from 'react-i18next';
import { PageTabs } from '@/components/PageTabs';
import { paths } from '@/lib/paths';

/** What is paid, and what is made of it. */
export function BillingTabs() {
  const { t } = useTranslation();
  const tabs = [
    { path: paths.billing, title: t('billing.tabs.statements') },
    { path: paths.usage, title: t('billing.tabs.usage') },
  ];
  return <PageTabs id="billing-panel" title={t('billing.title')} tabs={tabs} />;
}
