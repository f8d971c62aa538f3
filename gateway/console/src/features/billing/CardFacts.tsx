import { Alert } from '@patternfly/react-core';
import CreditCardIcon from '@patternfly/react-icons/dist/esm/icons/credit-card-icon';
import { useTranslation } from 'react-i18next';
import type { PaymentCard } from '@/lib/api/schema';
import { brandOf, expiryOf } from './cards';
import styles from './Billing.module.css';

/** Which card it is, and whether it can be charged much longer. */
export function CardFacts({ card }: { card: PaymentCard }) {
  const { t } = useTranslation();
  const expiry = expiryOf(card, new Date());
  const { lastFour, expiryMonth, expiryYear } = card;
  const words = { brand: brandOf(card, t), lastFour, expiry: `${String(expiryMonth).padStart(2, '0')}/${expiryYear}` };
  return (
    <>
      <p className={styles['card']}>
        <CreditCardIcon /> <span>{t('payment.method.card', words)}</span>
      </p>
      {expiry !== 'valid' && <Alert isInline isPlain variant="warning" title={t(`payment.method.expiry.${expiry}`)} component="p" />}
    </>
  );
}
