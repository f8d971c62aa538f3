import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { DialogProblem } from '@/components/DialogProblem';
import { waitInWords } from '@/lib/wait';
import type { Act } from './useAct';

interface Props {
  title: string;
  /** What follows from it, in one sentence. */
  text: string;
  submit: string;
  failed: string;
  act: Act;
  isDanger?: boolean;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks before something is done, shows that it is being done, and says why it was not. */
export function ActDialog({ title, text, submit, failed, act, isDanger = false, onClose, children }: Props) {
  const { t } = useTranslation();
  const { isBusy, problem, wait } = act;
  const footer = (
    <DialogButtons submit={submit} onSubmit={act.start} isBusy={isBusy} isWaiting={wait > 0} isDanger={isDanger} onClose={onClose} />
  );
  return (
    <Dialog title={title} text={text} isBusy={isBusy} onClose={onClose} footer={footer} {...(isDanger && { titleIcon: 'warning' })}>
      {children}
      <DialogProblem title={failed} problem={problem} variant={wait > 0 ? 'warning' : 'danger'} />
      {wait > 0 && <p aria-hidden="true">{t('dialog.again', { wait: waitInWords(wait, t) })}</p>}
    </Dialog>
  );
}
