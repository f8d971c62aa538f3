import { Radio, Skeleton } from '@patternfly/react-core';
import { useId } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FieldHelp, helpId } from '@/components/FormField';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { PlanCode, SignUp } from '@/lib/api/schema';
import { planCodes, usePlans } from '@/lib/plans';
import { PlanSlots } from './PlanSlots';
import { Section } from './Section';
import styles from './SignUp.module.css';

/** A2: how many slots of each plan, and which of them the admin takes. */
export function PlanFields() {
  const { t } = useTranslation();
  const plans = usePlans();
  const { control, getValues, setValue, formState, clearErrors } = useFormContext<SignUp>();
  const slots = useController({ control, name: 'slots' });
  const counts = slots.field.value;
  const error = formState.errors.slots;
  const slotsId = useId();

  const changeCount = (plan: PlanCode, count: number) => {
    const next = { ...counts, [plan]: count };
    slots.field.onChange(next);
    clearErrors('slots');
    if (!(next[getValues('admin.plan')] > 0)) {
      const other = planCodes.find((code) => next[code] > 0);
      if (other !== undefined) setValue('admin.plan', other);
    }
  };

  return (
    <Section title={t('signUp.plans.title')} intro={t('signUp.plans.intro')}>
      {plans.isError && (
        <ProblemAlert title={t('signUp.plans.failed')} problem={plans.error} onRetry={() => void plans.refetch()} />
      )}
      {plans.isPending && <Skeleton height="11rem" screenreaderText={t('loading')} />}
      <div className={styles['plans']}>
        {plans.data?.map((plan, index) => (
          <PlanSlots
            key={plan.code}
            plan={plan}
            count={counts[plan.code]}
            onChange={(count) => changeCount(plan.code, count)}
            error={error?.[plan.code]?.message}
            {...(index === 0 && { inputRef: slots.field.ref })}
          />
        ))}
      </div>
      <FieldHelp id={slotsId} error={error?.root?.message ?? error?.message} />
      {plans.data !== undefined && <OwnPlan />}
    </Section>
  );
}

function OwnPlan() {
  const { t } = useTranslation();
  const id = useId();
  const { control, formState } = useFormContext<SignUp>();
  const { field } = useController({ control, name: 'admin.plan' });
  const slots = useController({ control, name: 'slots' }).field.value;
  const error = formState.errors.admin?.plan?.message;
  const offered = planCodes.filter((plan) => slots[plan] > 0);
  if (offered.length === 0) return null;
  return (
    <fieldset className={styles['ownPlan']} aria-describedby={error === undefined ? undefined : helpId(id)}>
      <legend className={styles['legend']}>{t('signUp.plans.own')}</legend>
      <div className={styles['choices']}>
        {offered.map((plan) => (
          <Radio
            key={plan}
            id={`${id}-${plan}`}
            name={`${id}-plan`}
            label={t(`plans.${plan}`)}
            isChecked={field.value === plan}
            onChange={() => field.onChange(plan)}
          />
        ))}
      </div>
      <FieldHelp id={id} error={error} />
    </fieldset>
  );
}
