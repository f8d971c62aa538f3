import type { TFunction } from 'i18next';
import type { Toast } from '@/components/toasts/toasts';
import type { User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { UndoDeletion } from './UndoDeletion';

/** Says that somebody is deleted and offers to undo it, for as long as it is not closed. */
export function deletedToast(user: User, t: TFunction): Toast {
  return {
    variant: 'success',
    title: t('deleteUser.done', { name: fullName(user) }),
    stays: true,
    body: (close) => <UndoDeletion user={user} onEnd={close} />,
  };
}
