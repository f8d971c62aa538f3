import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { DialogProblem } from '@/components/DialogProblem';
import { QuoteNote } from '@/components/quote/QuoteNote';
import type { PhoneNumber } from '@/lib/api/schema';
import { formatPhone } from '@/lib/format';
import { unassignNumber } from './numbers';
import { useNumberAct } from './useNumberAct';

/** B8, F1: a number is unused again. */
export function UnassignDialog({ number, onClose }: { number: PhoneNumber; onClose: () => void }) {
  const { t } = useTranslation();
  const written = formatPhone(number.number);
  const { start, isBusy, problem } = useNumberAct(() => unassignNumber(number), t('numbers.unassign.done', { number: written }), onClose);
  const submit = () => start(undefined);
  return (
    <Dialog
      title={t('numbers.unassign.title', { number: written })}
      text={t(number.use === 'COMPANY_MAIN' ? 'numbers.unassign.company' : 'numbers.unassign.text')}
      isBusy={isBusy}
      onClose={onClose}
      footer={<DialogButtons submit={t('numbers.unassign.action')} onSubmit={submit} isBusy={isBusy} onClose={onClose} />}
    >
      <QuoteNote changes={[{ type: 'ASSIGN_NUMBER', number: number.number }]} />
      <DialogProblem title={t('numbers.unassign.failed')} problem={problem} />
    </Dialog>
  );
}
