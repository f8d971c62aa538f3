import { Button, Card, CardBody, CardTitle, Divider } from '@patternfly/react-core';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { SignUp } from '@/lib/api/schema';
import { formatMoney, formatPhone } from '@/lib/format';
import { usePlans } from '@/lib/plans';
import { PriceLines } from '@/components/PriceLines';

/** What the account will cost a month, always in sight. */
export function Summary({ isSending, children }: { isSending: boolean; children?: React.ReactNode }) {
  const { t } = useTranslation();
  const { control } = useFormContext<SignUp>();
  const [slots, mainNumber] = useWatch({ control, name: ['slots', 'mainNumber'] });
  const plans = usePlans().data ?? [];
  const chosen = plans
    .map((plan) => ({ ...plan, count: Number.isNaN(slots[plan.code]) ? 0 : slots[plan.code] }))
    .filter(({ count }) => count > 0);
  const lines = chosen.map(({ code, count, monthlyPrice }) => ({
    label: t('signUp.summary.line', { count, plan: t(`plans.${code}`) }),
    price: formatMoney({ ...monthlyPrice, amountCents: monthlyPrice.amountCents * count }),
  }));
  const total = chosen.reduce((sum, { count, monthlyPrice }) => sum + count * monthlyPrice.amountCents, 0);
  const number = {
    label: mainNumber === '' ? t('signUp.summary.mainNumber') : formatPhone(mainNumber),
    price: t('signUp.summary.free'),
  };
  return (
    <Card isLarge component="section">
      <CardTitle component="h2">{t('signUp.summary.title')}</CardTitle>
      <CardBody>
        {lines.length === 0 && <p>{t('signUp.summary.none')}</p>}
        <PriceLines lines={[...lines, number]} />
        <Divider />
        <PriceLines
          lines={[{ label: t('signUp.summary.total'), price: formatMoney({ amountCents: total, currency: plans[0]?.monthlyPrice.currency ?? 'USD' }) }]}
          isTotal
        />
        {children}
        <Button type="submit" isBlock isLoading={isSending} isAriaDisabled={isSending}>
          {t('signUp.submit')}
        </Button>
      </CardBody>
    </Card>
  );
}
