import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useToasts } from '@/components/toasts/toasts';
import type { User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { showUser } from '../userCache';
import { ActDialog } from './ActDialog';
import { reactivateUser } from './suspendUser';
import { useAct } from './useAct';

/** D5: a suspended person may sign in again. */
export function ReactivateDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const who = { name: fullName(user), firstName: user.firstName };
  const act = useAct(
    () => reactivateUser(user.id),
    (active) => {
      showUser(client, active);
      toasts.show({ variant: 'success', title: t('userActions.reactivate.done', who) });
      onClose();
    },
  );
  return (
    <ActDialog
      title={t('userActions.reactivate.title', who)}
      text={t('userActions.reactivate.text', who)}
      submit={t('userActions.reactivate.submit')}
      failed={t('userActions.reactivate.failed', who)}
      act={act}
      onClose={onClose}
    />
  );
}
