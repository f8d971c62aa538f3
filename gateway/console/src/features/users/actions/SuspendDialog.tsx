import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useToasts } from '@/components/toasts/toasts';
import type { User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { showUser } from '../userCache';
import { ActDialog } from './ActDialog';
import { suspendUser } from './suspendUser';
import { useAct } from './useAct';

/** D5: until further notice a person cannot sign in; plan, numbers and price stay. */
export function SuspendDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const who = { name: fullName(user), firstName: user.firstName };
  const act = useAct(
    () => suspendUser(user.id),
    (suspended) => {
      showUser(client, suspended);
      toasts.show({ variant: 'success', title: t('userActions.suspend.done', who) });
      onClose();
    },
  );
  const text = t('userActions.suspend.text', who);
  return (
    <ActDialog
      title={t('userActions.suspend.title', who)}
      text={user.role === 'ADMIN' ? `${text} ${t('userActions.suspend.admin', who)}` : text}
      submit={t('userActions.suspend.submit')}
      failed={t('userActions.suspend.failed', who)}
      act={act}
      onClose={onClose}
    />
  );
}
