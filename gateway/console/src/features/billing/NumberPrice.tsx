import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PriceLines } from '@/components/PriceLines';
import { ProblemAlert } from '@/components/ProblemAlert';
import { formatMoney } from '@/lib/format';
import { numberPriceQuery } from '@/lib/numbers/numberPrice';
import styles from './Billing.module.css';

/** E1, E2: what a number costs that no plan includes. */
export function NumberPrice() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(numberPriceQuery);
  if (error !== null) return <ProblemAlert title={t('prices.numberNotLoaded')} problem={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <div>
      <PriceLines lines={[{ label: t('prices.number'), price: t('perMonth', { price: formatMoney(data) }) }]} />
      <p className={styles['subtle']}>{t('prices.numberText')}</p>
    </div>
  );
}
