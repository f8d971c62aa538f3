import { Button } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components/ButtonLink';
import { useToasts } from '@/components/toasts/toasts';
import { ApiProblem } from '@/lib/api/problem';
import type { Quote, User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { paths } from '@/lib/paths';
import { problemText } from '@/lib/problemText';
import { useOnce } from '@/lib/useOnce';
import { refreshUsers } from '../../userCache';
import { restoreUser } from './deleteUser';
import { undoHours } from './deletion';
import { RestoreConsent } from './RestoreConsent';
import styles from './DeleteUser.module.css';

/** D6: Undo, with the consent to a price where the slot that was kept is gone (402). */
export function UndoDeletion({ user, onEnd }: { user: User; onEnd: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const button = useRef<HTMLButtonElement>(null);
  const [quote, setQuote] = useState<Quote>();
  const [problem, setProblem] = useState<unknown>(null);
  const name = fullName(user);

  const end = () => {
    setQuote(undefined);
    refreshUsers(client);
    onEnd();
  };
  const { send, isBusy } = useOnce({
    run: (acceptCharges: boolean) => restoreUser(user.id, acceptCharges),
    onDone: () => {
      end();
      toasts.show({ variant: 'success', title: t('deleteUser.restored', { name }) });
    },
    onRefused: (refusal) => {
      if (refusal instanceof ApiProblem && refusal.code === 'user.charge-not-accepted' && refusal.quote !== undefined) {
        setQuote(refusal.quote);
      } else if (refusal instanceof ApiProblem && refusal.code === 'user.state-conflict') {
        // Somebody else has undone it, or a try of one's own whose answer was lost.
        end();
        toasts.show({ variant: 'success', title: t('deleteUser.restored', { name }) });
      } else if (refusal instanceof ApiProblem && (refusal.status === 410 || refusal.status === 404)) {
        end();
        toasts.show({ variant: 'warning', title: t('deleteUser.tooLate', { name }), body: () => <InviteAnew />, stays: true });
      } else {
        setProblem(refusal);
      }
    },
  });
  const undo = (acceptCharges: boolean) => {
    setProblem(null);
    send(acceptCharges);
  };
  return (
    <>
      {problem !== null && quote === undefined ? (
        <p>{t('deleteUser.notRestored', { why: problemText(problem, t) })}</p>
      ) : (
        <p>{t('deleteUser.undoable', { hours: undoHours })}</p>
      )}
      <Button
        ref={button}
        variant="link"
        isInline
        className={styles['undo'] ?? ''}
        isLoading={isBusy}
        isAriaDisabled={isBusy}
        aria-label={t('deleteUser.undoName', { name })}
        onClick={() => undo(false)}
      >
        {t('deleteUser.undo')}
      </Button>
      {quote !== undefined && (
        <RestoreConsent
          user={user}
          quote={quote}
          isBusy={isBusy}
          problem={problem}
          onAccept={() => undo(true)}
          onClose={() => {
            setQuote(undefined);
            setProblem(null);
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
