import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useToasts } from '@/components/toasts/toasts';
import type { User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { refreshUsers } from '../userCache';
import { ActDialog } from './ActDialog';
import { resendInvite } from './sendLink';
import { useMailAct } from './useMailAct';

/** D4: a new link for somebody who has not yet joined; a wait that the API asks for is counted down. */
export function ResendInviteDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const who = { name: fullName(user), email: user.email };
  const act = useMailAct(
    (key) => resendInvite(user.id, key),
    () => {
      refreshUsers(client);
      toasts.show({ variant: 'success', title: t('userActions.resendInvite.done', who) });
      onClose();
    },
  );
  return (
    <ActDialog
      title={t('userActions.resendInvite.title', who)}
      text={t('userActions.resendInvite.text', who)}
      submit={t('userActions.resendInvite.submit')}
      failed={t('userActions.resendInvite.failed')}
      act={act}
      onClose={onClose}
    />
  );
}
