import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadingDialog } from '@/components/LoadingDialog';
import type { User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { ExtensionForm } from './ExtensionForm';
import { extensionQuery } from './extensionOf';

/** D7, Advanced settings: the extension. */
export function ExtensionDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(extensionQuery(user.id));
  if (data !== undefined) return <ExtensionForm user={user} read={data} onClose={onClose} />;
  const title = t('extension.title', { name: fullName(user) });
  return <LoadingDialog title={title} problem={error} onRetry={() => void refetch()} onClose={onClose} />;
}
