import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadingDialog } from '@/components/LoadingDialog';
import type { User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { forwardingQuery } from '@/lib/user/callForwarding';
import { ForwardingForm } from './ForwardingForm';

/** D2: where calls to a person also ring. */
export function ForwardingDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(forwardingQuery(user.id));
  if (data !== undefined) return <ForwardingForm user={user} read={data} onClose={onClose} />;
  const title = t('forwarding.title', { name: fullName(user) });
  return <LoadingDialog title={title} problem={error} onRetry={() => void refetch()} onClose={onClose} />;
}
