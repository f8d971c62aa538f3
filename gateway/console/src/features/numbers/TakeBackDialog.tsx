import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { DialogProblem } from '@/components/DialogProblem';
import { QuoteNote } from '@/components/quote/QuoteNote';
import type { PhoneNumber } from '@/lib/api/schema';
import { formatMoney, formatPhone } from '@/lib/format';
import { numberPriceQuery } from '@/lib/numbers/numberPrice';
import { takeNumberBack } from './numbers';
import { useNumberAct } from './useNumberAct';

/** F1: a released number is the company's again, once its price was read. */
export function TakeBackDialog({ number, onClose }: { number: PhoneNumber; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: price } = useQuery(numberPriceQuery);
  const written = formatPhone(number.number);
  const { start, isBusy, problem } = useNumberAct(() => takeNumberBack(number), t('numbers.takeBack.done', { number: written }), onClose);
  const submit = () => {
    if (price) start(undefined);
  };
  return (
    <Dialog
      title={t('numbers.takeBack.title', { number: written })}
      text={price ? t('numbers.takeBack.text', { price: formatMoney(price) }) : t('loading')}
      isBusy={isBusy}
      onClose={onClose}
      footer={<DialogButtons submit={t('numbers.takeBack.action')} onSubmit={submit} isBusy={isBusy} isWaiting={!price} onClose={onClose} />}
    >
      <DialogProblem title={t('numbers.takeBack.failed')} problem={problem} />
      <QuoteNote changes={[{ type: 'TAKE_BACK_NUMBER', number: number.number }]} />
    </Dialog>
  );
}
