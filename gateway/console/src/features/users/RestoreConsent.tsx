import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { PriceLines } from '@/components/PriceLines';
import { DialogProblem } from '@/components/DialogProblem';
import type { Quote } from '@/lib/api/schema';
import { formatMoney } from '@/lib/format';

interface Props {
  name: string;
  quote: Quote;
  isBusy: boolean;
  problem: unknown;
  onAccept: () => void;
  onClose: () => void;
}

/** Nothing is bought without consent: the price stands on the button. */
export function RestoreConsent({ name, quote, isBusy, problem, onAccept, onClose }: Props) {
  const { t } = useTranslation();
  const price = formatMoney(quote.monthlyIncrease);
  const who = { name, price };
  const footer = <DialogButtons submit={t('deleteUser.consent.submit', who)} onSubmit={onAccept} isBusy={isBusy} onClose={onClose} />;
  const lines = quote.lines.map(({ plan, quantity, amount }) => ({
    label: t('deleteUser.consent.line', { count: quantity, plan: plan === undefined ? '' : t(`plans.${plan}`) }),
    price: formatMoney(amount),
  }));
  return (
    <Dialog title={t('deleteUser.consent.title', who)} text={t('deleteUser.consent.text', who)} isBusy={isBusy} onClose={onClose} footer={footer}>
      <PriceLines lines={lines} />
      <DialogProblem title={t('deleteUser.consent.failed', who)} problem={problem} />
    </Dialog>
  );
}
