import { NumberInput } from '@patternfly/react-core';
import { useId, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldHelp, helpId } from '@/components/FormField';
import { PlanOffer } from '@/components/PlanOffer';
import type { Plan } from '@/lib/api/schema';
import { mostSlots } from './signUpSchema';
import styles from './SignUp.module.css';

interface Props {
  plan: Plan;
  count: number;
  onChange: (count: number) => void;
  error?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
}

/** One plan with its price, what it holds, and how many slots of it. */
export function PlanSlots({ plan, count, onChange, error, inputRef }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const name = t(`plans.${plan.code}`);
  const shown = Number.isNaN(count) ? '' : count;
  const step = (by: number) => onChange(Math.min(mostSlots, Math.max(0, (Number.isNaN(count) ? 0 : count) + by)));
  return (
    <div className={`${styles['plan']} ${count > 0 ? styles['chosen'] : ''}`}>
      <PlanOffer plan={plan} />
      <NumberInput
        value={shown}
        min={0}
        max={mostSlots}
        widthChars={3}
        validated={error === undefined ? 'default' : 'error'}
        onMinus={() => step(-1)}
        onPlus={() => step(1)}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        inputAriaLabel={t('signUp.plans.slots', { plan: name })}
        minusBtnAriaLabel={t('signUp.plans.fewer', { plan: name })}
        plusBtnAriaLabel={t('signUp.plans.more', { plan: name })}
        inputProps={{ ref: inputRef, 'aria-describedby': error === undefined ? undefined : helpId(id) }}
      />
      <FieldHelp id={id} error={error} />
    </div>
  );
}
