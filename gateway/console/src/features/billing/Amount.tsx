import { useTranslation } from 'react-i18next';
import type { Money, Payment } from '@/lib/api/schema';
import { formatMoney } from '@/lib/format';
import styles from './Billing.module.css';

/** What a statement comes to, and what of it is charged when that is not the same. */
export function Amount({ total, payment: { due, state } }: { total: Money; payment: Payment }) {
  const { t } = useTranslation();
  const other = total.amountCents < 0 ? t('payment.kept') : t(state === 'PAID' ? 'payment.charged' : 'payment.toCharge', { due: formatMoney(due) });
  return (
    <div>
      {formatMoney(total)}
      {due.amountCents !== total.amountCents && <div className={styles['subtle']}>{other}</div>}
    </div>
  );
}
