import { FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanCode } from '@/lib/api/schema';
import { formatMoney } from '@/lib/format';

interface Props {
  id: string;
  value: PlanCode;
  onChange: (plan: PlanCode) => void;
  plans: readonly Plan[];
  isDisabled?: boolean;
  describedBy?: string | undefined;
}

/** One plan of the price list, each with its price. */
export function PlanSelect({ id, value, onChange, plans, isDisabled = false, describedBy }: Props) {
  const { t } = useTranslation();
  return (
    <FormSelect
      id={id}
      value={value}
      isDisabled={isDisabled}
      aria-describedby={describedBy}
      onChange={(_event, plan) => onChange(plan as PlanCode)}
    >
      {plans.map((plan) => (
        <FormSelectOption
          key={plan.code}
          value={plan.code}
          label={`${t(`plans.${plan.code}`)} · ${formatMoney(plan.monthlyPrice)}`}
        />
      ))}
    </FormSelect>
  );
}
