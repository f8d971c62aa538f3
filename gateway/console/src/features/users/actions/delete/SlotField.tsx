import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { PlanCode } from '@/lib/api/schema';
import { formatMoney } from '@/lib/format';
import { usePlans } from '@/lib/plans';
import { Choices } from '@/components/Choices';
import type { DeletionForm } from './deletion';

/** Whether the plan slot goes with the person, and what that means for the bill. */
export function SlotField({ plan }: { plan: PlanCode }) {
  const { t } = useTranslation();
  const { control } = useFormContext<DeletionForm>();
  const { field } = useController({ control, name: 'slot' });
  const { data } = usePlans();
  const price = data?.find(({ code }) => code === plan)?.monthlyPrice;
  const priced = (key: 'remove' | 'keep') =>
    price === undefined ? undefined : t(`deleteUser.slot.${key}Hint`, { price: formatMoney(price) });
  return (
    <Choices
      legend={t('deleteUser.slot.legend', { plan: t(`plans.${plan}`) })}
      value={field.value}
      onChange={field.onChange}
      choices={[
        { value: 'remove', label: t('deleteUser.slot.remove'), description: priced('remove') },
        { value: 'keep', label: t('deleteUser.slot.keep'), description: priced('keep') },
      ]}
    />
  );
}
