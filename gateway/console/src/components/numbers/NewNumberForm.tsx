import { Alert, Form } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogProblem } from '@/components/DialogProblem';
import { ApiProblem } from '@/lib/api/problem';
import { formatMoney, formatTime } from '@/lib/format';
import { NumberChooser } from './NumberChooser';
import styles from './Numbers.module.css';
import type { NewNumber } from './useNewNumber';

/** Which number, and what it costs; said before it is ordered (B7). */
export function NewNumberForm({ id, number, planName }: { id: string; number: NewNumber; planName?: string | undefined }) {
  const { t } = useTranslation();
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
    </Form>
  );
}

function priceText({ isIncluded, price }: NewNumber, planName: string | undefined, t: TFunction): string {
  if (isIncluded) return t('newNumber.included', { plan: planName });
  if (price === null) return '';
  const words = { price: formatMoney(price), plan: planName };
  return t(planName === undefined ? 'newNumber.price' : 'newNumber.priceOn', words);
}
