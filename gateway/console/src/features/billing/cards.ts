import type { TFunction } from 'i18next';
import type { PaymentCard } from '@/lib/api/schema';

/** The name of the brand as people know it: visa → Visa. */
export function brandOf({ brand }: PaymentCard, t: TFunction): string {
  const plain = brand.replaceAll('_', ' ');
  return t(`payment.brands.${brand}`, { defaultValue: plain.charAt(0).toLocaleUpperCase() + plain.slice(1) });
}

/** A card can be charged until the end of the month that is printed on it. */
export function expiryOf({ expiryYear, expiryMonth }: PaymentCard, now: Date): 'expired' | 'soon' | 'valid' {
  const monthsLeft = (expiryYear - now.getFullYear()) * 12 + expiryMonth - (now.getMonth() + 1);
  return monthsLeft < 0 ? 'expired' : monthsLeft === 0 ? 'soon' : 'valid';
}
