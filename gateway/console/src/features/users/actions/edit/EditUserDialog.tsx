import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadingDialog } from '@/components/LoadingDialog';
import type { User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { userDetailsQuery } from '@/lib/user/userDetails';
import { EditUserForm } from './EditUserForm';

/** D1: everything that is known of a person, to be changed. */
export function EditUserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(userDetailsQuery(user.id));
  if (data !== undefined) return <EditUserForm read={data} onClose={onClose} />;
  const title = t('editUser.title', { name: fullName(user) });
  return <LoadingDialog title={title} problem={error} onRetry={() => void refetch()} onClose={onClose} />;
}
