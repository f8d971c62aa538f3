import { useTranslation } from 'react-i18next';
import type { Plan } from '@/lib/api/schema';
import { formatMoney } from '@/lib/format';
import { planFacts } from '@/lib/planFacts';
import styles from './PlanOffer.module.css';

/** A plan with its price and what it holds. */
export function PlanOffer({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  return (
    <>
      <h3 className={styles['name']}>{t(`plans.${plan.code}`)}</h3>
      <p className={styles['price']}>{t('plans.price', { price: formatMoney(plan.monthlyPrice) })}</p>
      <ul className={styles['facts']}>
        {planFacts(plan, t).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </>
  );
}
