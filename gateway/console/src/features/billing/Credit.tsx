import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '@/lib/format';
import { billingAccountQuery } from './billingAccount';

/** What earlier statements have left for the next one. */
export function Credit() {
  const { t } = useTranslation();
  const { data } = useQuery(billingAccountQuery);
  if (!data || data.credit.amountCents <= 0) return null;
  return <p>{t('payment.credit', { credit: formatMoney(data.credit) })}</p>;
}
