import { Button } from '@patternfly/react-core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components/ButtonLink';
import { useToasts } from '@/components/toasts/toasts';
import type { User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { paths } from '@/lib/paths';
import { problemText } from '@/lib/problemText';
import { RestoreConsent } from '../../RestoreConsent';
import { useRestore } from '../../useRestore';
import styles from './DeleteUser.module.css';
import { undoHours } from './deletion';

/** D6: Undo, in the message that somebody was deleted. */
export function UndoDeletion({ user, onEnd }: { user: User; onEnd: () => void }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const button = useRef<HTMLButtonElement>(null);
  const name = fullName(user);
  const { restore, accept, decline, quote, problem, isBusy } = useRestore(user.id, {
    onRestored: () => {
      onEnd();
      toasts.show({ variant: 'success', title: t('deleteUser.restored', { name }) });
    },
    onTooLate: () => {
      onEnd();
      toasts.show({ variant: 'warning', title: t('deleteUser.tooLate', { name }), body: () => <InviteAnew />, stays: true });
    },
  });
  const isRefused = problem !== null && quote === undefined;
  return (
    <>
      <p>{isRefused ? t('deleteUser.notRestored', { why: problemText(problem, t) }) : t('deleteUser.undoable', { hours: undoHours })}</p>
      <Button
        ref={button}
        variant="link"
        isInline
        className={styles['undo'] ?? ''}
        isLoading={isBusy}
        isAriaDisabled={isBusy}
        aria-label={t('deleteUser.undoName', { name })}
        onClick={restore}
      >
        {t('deleteUser.undo')}
      </Button>
      {quote !== undefined && (
        <RestoreConsent
          name={name}
          quote={quote}
          isBusy={isBusy}
          problem={problem}
          onAccept={accept}
          onClose={() => {
            decline();
            // Once the page is no longer inert.
            setTimeout(() => button.current?.focus());
          }}
        />
      )}
    </>
  );
}

function InviteAnew() {
  const { t } = useTranslation();
  return (
    <ButtonLink variant="link" isInline to={paths.addUsers}>
      {t('deleteUser.inviteAnew')}
    </ButtonLink>
  );
}
