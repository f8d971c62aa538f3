import { useTranslation } from 'react-i18next';
import type { Payment } from '@/lib/api/schema';
import { formatDate } from '@/lib/format';
import styles from './Billing.module.css';
import { PaymentLabel } from './PaymentLabel';

/** Whether a statement is paid, and when it is tried next. */
export function PaymentStatus({ payment: { state, nextTryAt } }: { payment: Payment }) {
  const { t } = useTranslation();
  return (
    <div>
      <PaymentLabel state={state} />
      {state === 'ISSUED' && nextTryAt && <div className={styles['subtle']}>{t('payment.nextTry', { day: formatDate(nextTryAt) })}</div>}
    </div>
  );
}
