import { Alert, Form } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogProblem } from '@/components/DialogProblem';
import { QuoteNote } from '@/components/quote/QuoteNote';
import { ApiProblem } from '@/lib/api/problem';
import type { User } from '@/lib/api/schema';
import { formatMoney, formatTime } from '@/lib/format';
import { NumberChooser } from './NumberChooser';
import styles from './Numbers.module.css';
import type { NewNumber } from './useNewNumber';

interface Props {
  id: string;
  number: NewNumber;
  /** Of whom it is for. */
  user?: User;
}

/** Which number, and what it costs; said before it is ordered (B7). */
export function NewNumberForm({ id, number, user }: Props) {
  const { t } = useTranslation();
  const planName = user?.plan ? t(`plans.${user.plan}`) : undefined;
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(number.chosen === '');
    if (number.chosen !== '') number.order();
  };
  const isConsent = number.problem instanceof ApiProblem && number.problem.status === 402;
  return (
    <Form id={id} onSubmit={submit} noValidate>
      <DialogProblem
        title={t(isConsent ? 'newNumber.costs' : 'newNumber.failed')}
        problem={number.problem}
        variant={isConsent ? 'warning' : 'danger'}
      />
      {number.failure && (
        <div role="alert">
          <Alert isInline variant="danger" title={t('newNumber.failed')} component="p">
            {t(`orderReasons.${number.failure}`)}
          </Alert>
        </div>
      )}
      <NumberChooser
        value={number.chosen}
        onChange={number.choose}
        error={isMissing && number.chosen === '' ? t('newNumber.missing') : undefined}
      />
      <div className={styles['price']} aria-live="polite">
        <strong>{priceText(number, planName, t)}</strong>
        {number.reservedUntil !== undefined && (
          <div className={styles['reserved']}>{t('newNumber.reserved', { time: formatTime(number.reservedUntil) })}</div>
        )}
      </div>
      {(user === undefined || user.plan) && !number.isIncluded && (
        <QuoteNote changes={[{ type: 'ADD_NUMBER', ...(user !== undefined && { userId: user.id }) }]} />
      )}
    </Form>
  );
}

function priceText({ isIncluded, price }: NewNumber, planName: string | undefined, t: TFunction): string {
  if (isIncluded) return t('newNumber.included', { plan: planName });
  if (price === null) return '';
  const words = { price: formatMoney(price), plan: planName };
  return t(planName === undefined ? 'newNumber.price' : 'newNumber.priceOn', words);
}
