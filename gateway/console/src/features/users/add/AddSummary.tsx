import { Button, Card, CardBody, Checkbox, Divider } from '@patternfly/react-core';
import { useId } from 'react';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FieldHelp, helpId } from '@/components/FormField';
import { PriceLines } from '@/components/PriceLines';
import { QuoteNote } from '@/components/quote/QuoteNote';
import type { Plan } from '@/lib/api/schema';
import { formatMoney } from '@/lib/format';
import { totalOf, type RowPrice } from './pricing';
import type { AddForm } from './rows';
import styles from './AddUsers.module.css';

interface Props {
  plans: readonly Plan[];
  prices: readonly RowPrice[];
  progress: { done: number; all: number } | undefined;
}

/** C1, C2: the price of the whole, the consent to it, and the button that says what will happen. */
export function AddSummary({ plans, prices, progress }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { control, formState } = useFormContext<AddForm>();
  const {
    field: { ref, value: consented, onChange, onBlur },
  } = useController({ control, name: 'consent' });
  const rows = useWatch({ control, name: 'rows' });
  const total = totalOf(prices);
  const currency = plans[0]?.monthlyPrice.currency ?? 'USD';
  const error = total === null ? undefined : formState.errors.consent?.message;
  const lines = plans.flatMap(({ code }) => {
    const ofPlan = prices.filter((_, index) => rows[index]?.plan === code);
    const plan = t(`plans.${code}`);
    const paid = ofPlan.filter((price) => price !== null);
    const included = ofPlan.length - paid.length;
    const sum = totalOf(paid);
    return [
      ...(included > 0 ? [{ label: t('addUsers.summary.includedLine', { count: included, plan }), price: t('addUsers.included') }] : []),
      ...(sum !== null ? [{ label: t('addUsers.summary.paidLine', { count: paid.length, plan }), price: formatMoney(sum) }] : []),
    ];
  });
  const busy = progress !== undefined;
  return (
    <Card isLarge component="section">
      <CardBody>
        <h2 className={styles['asideTitle']}>{t('addUsers.summary.title')}</h2>
        <PriceLines lines={lines} />
        <Divider />
        <PriceLines
          lines={[{ label: t('addUsers.summary.total'), price: formatMoney(total ?? { amountCents: 0, currency }) }]}
          isTotal
        />
        {total !== null && <QuoteNote changes={rows.map(({ plan }) => ({ type: 'ADD_USER', plan }))} />}
        {total !== null && (
          <div className={styles['consent']}>
            <Checkbox
              id={`${id}-consent`}
              ref={ref}
              label={t('addUsers.consent', { price: formatMoney(total) })}
              isChecked={consented === total.amountCents}
              isValid={error === undefined}
              isDisabled={busy}
              aria-describedby={error === undefined ? undefined : helpId(id)}
              onChange={(_event, checked) => onChange(checked ? total.amountCents : 0)}
              onBlur={onBlur}
            />
            <FieldHelp id={id} error={error} />
          </div>
        )}
        <Button type="submit" isBlock isLoading={busy} isAriaDisabled={busy}>
          {total === null ? t('addUsers.invite') : t('addUsers.addAndPay', { price: formatMoney(total) })}
        </Button>
        <p role="status" className={styles['progress']}>
          {busy && t('addUsers.sending', progress)}
        </p>
      </CardBody>
    </Card>
  );
}
