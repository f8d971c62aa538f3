import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { DialogProblem } from '@/components/DialogProblem';
import { QuoteNote } from '@/components/quote/QuoteNote';
import type { PhoneNumber } from '@/lib/api/schema';
import { formatPhone } from '@/lib/format';
import { releaseNumber } from './numbers';
import { useNumberAct } from './useNumberAct';

/** F1: a number is given back; for a while it can be taken back. */
export function ReleaseDialog({ number, onClose }: { number: PhoneNumber; onClose: () => void }) {
  const { t } = useTranslation();
  const written = formatPhone(number.number);
  const { start, isBusy, problem } = useNumberAct(() => releaseNumber(number), t('numbers.release.done', { number: written }), onClose);
  const submit = () => start(undefined);
  return (
    <Dialog
      title={t('numbers.release.title', { number: written })}
      text={t('numbers.release.text')}
      titleIcon="warning"
      isBusy={isBusy}
      onClose={onClose}
      footer={<DialogButtons submit={t('numbers.release.action')} isDanger onSubmit={submit} isBusy={isBusy} onClose={onClose} />}
    >
      <QuoteNote changes={[{ type: 'RELEASE_NUMBER', number: number.number }]} />
      <DialogProblem title={t('numbers.release.failed')} problem={problem} />
    </Dialog>
  );
}
