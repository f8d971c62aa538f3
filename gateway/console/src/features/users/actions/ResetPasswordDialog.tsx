import { useTranslation } from 'react-i18next';
import { useToasts } from '@/components/toasts/toasts';
import type { User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { useSession } from '@/lib/session';
import { ActDialog } from './ActDialog';
import { resetPassword } from './sendLink';
import { useMailAct } from './useMailAct';

/** D3: a link to set a new password; the old one works until then. */
export function ResetPasswordDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const { user: self } = useSession();
  const who = { name: fullName(user), firstName: user.firstName, email: user.email };
  const act = useMailAct(
    (key) => resetPassword(user.id, key),
    () => {
      toasts.show({ variant: 'success', title: t('userActions.resetPassword.done', who) });
      onClose();
    },
  );
  return (
    <ActDialog
      title={t('userActions.resetPassword.title', who)}
      text={t(user.id === self.id ? 'userActions.resetPassword.own' : 'userActions.resetPassword.text', who)}
      submit={t('userActions.resetPassword.submit')}
      failed={t('userActions.resetPassword.failed')}
      act={act}
      onClose={onClose}
    >
      <p>{t('userActions.resetPassword.link')}</p>
    </ActDialog>
  );
}
