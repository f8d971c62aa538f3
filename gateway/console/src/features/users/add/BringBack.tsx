import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useToasts } from '@/components/toasts/toasts';
import { problemText } from '@/lib/problemText';
import { RestoreConsent } from '../RestoreConsent';
import { useRestore } from '../useRestore';

interface Props {
  userId: string;
  /** Who it is, as far as one knows here. */
  email: string;
  onRestored: () => void;
}

/** D6: somebody who was deleted a short time ago comes back with all he had, instead of being invited anew. */
export function BringBack({ userId, email, onRestored }: Props) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const { restore, accept, decline, quote, problem, isBusy } = useRestore(userId, {
    onRestored: () => {
      toasts.show({ variant: 'success', title: t('deleteUser.restored', { name: email }) });
      onRestored();
    },
    onTooLate: () => toasts.show({ variant: 'warning', title: t('addUsers.tooLate') }),
  });
  return (
    <>
      <Button variant="link" isInline isLoading={isBusy} isAriaDisabled={isBusy} onClick={restore}>
        {t('addUsers.bringBack')}
      </Button>
      {problem !== null && quote === undefined && <p role="alert">{t('deleteUser.notRestored', { why: problemText(problem, t) })}</p>}
      {quote !== undefined && (
        <RestoreConsent name={email} quote={quote} isBusy={isBusy} problem={problem} onAccept={accept} onClose={decline} />
      )}
    </>
  );
}
