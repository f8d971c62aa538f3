import { Alert, Button, Label } from '@patternfly/react-core';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import { useEffect, useId } from 'react';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormField, helpId } from '@/components/FormField';
import { PlanSelect } from '@/components/PlanSelect';
import { TextField } from '@/components/TextField';
import type { Plan } from '@/lib/api/schema';
import { formatMoney } from '@/lib/format';
import { BringBack } from './BringBack';
import type { RowPrice } from './pricing';
import type { RowRefusal } from './refusal';
import type { AddForm, Row } from './rows';
import styles from './AddUsers.module.css';

interface Props {
  index: number;
  plans: readonly Plan[];
  price: RowPrice;
  refusal: RowRefusal | undefined;
  isBusy: boolean;
  hasFocus: boolean;
  onEdit: (field: keyof Row) => void;
  onRemove?: () => void;
  /** Somebody came back instead of being invited. */
  onRestored: () => void;
}

/** One person to add. */
export function PersonRow({ index, plans, price, refusal, isBusy, hasFocus, onEdit, onRemove, onRestored }: Props) {
  const { t } = useTranslation();
  const planId = useId();
  const { register, control, formState, setFocus } = useFormContext<AddForm>();
  const { field } = useController({ control, name: `rows.${index}.plan` });
  const email = useWatch({ control, name: `rows.${index}.email` });
  const errors = formState.errors.rows?.[index];
  const number = index + 1;
  useEffect(() => {
    if (hasFocus) setFocus(`rows.${index}.firstName`);
  }, [hasFocus, index, setFocus]);
  return (
    <div role="group" aria-label={t('addUsers.person', { number })} className={styles['row']}>
      <div className={styles['fields']}>
        {(['firstName', 'lastName', 'email'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`addUsers.${name}`)}
            type={name === 'email' ? 'email' : 'text'}
            autoComplete="off"
            field={register(`rows.${index}.${name}`, { onChange: () => onEdit(name) })}
            error={errors?.[name]?.message ?? refusal?.fields[name]}
            isDisabled={isBusy}
            className={styles[name] ?? ''}
          />
        ))}
        <FormField id={planId} label={t('addUsers.plan')} error={refusal?.fields.plan} className={styles['plan'] ?? ''}>
          <PlanSelect
            id={planId}
            plans={plans}
            value={field.value}
            isDisabled={isBusy}
            describedBy={refusal?.fields.plan === undefined ? undefined : helpId(planId)}
            onChange={(plan) => {
              field.onChange(plan);
              onEdit('plan');
            }}
          />
        </FormField>
        <div className={styles['price']}>
          {price === null ? (
            <Label color="green">{t('addUsers.included')}</Label>
          ) : (
            <span className={styles['amount']}>{t('perMonth', { price: formatMoney(price) })}</span>
          )}
        </div>
        {onRemove !== undefined && (
          <Button
            className={styles['remove'] ?? ''}
            variant="plain"
            icon={<TrashIcon />}
            aria-label={t('addUsers.removeRow', { number })}
            isDisabled={isBusy}
            onClick={onRemove}
          />
        )}
      </div>
      {refusal !== undefined && (
        <Alert
          isInline
          isPlain
          variant={refusal.quoted === undefined ? 'danger' : 'warning'}
          title={t('addUsers.failedRow')}
          component="p"
        >
          {refusal.text}{' '}
          {refusal.deletedUser !== undefined && <BringBack userId={refusal.deletedUser} email={email} onRestored={onRestored} />}
        </Alert>
      )}
    </div>
  );
}
