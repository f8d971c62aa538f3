import { useId, useMemo } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormField, helpId } from '@/components/FormField';
import { SearchableSelect } from '@/components/SearchableSelect';
import { TextField } from '@/components/TextField';
import type { SignUp } from '@/lib/api/schema';
import { timeZones } from '@/lib/timeZones';
import { Section } from './Section';
import styles from './SignUp.module.css';

export function CompanyFields() {
  const { t } = useTranslation();
  const zoneId = useId();
  const { register, formState, control } = useFormContext<SignUp>();
  const zone = useController({ control, name: 'timeZone' });
  const choices = useMemo(() => timeZones().map(({ id, name, offset }) => ({ value: id, label: name, description: offset })), []);
  const { errors } = formState;
  return (
    <Section title={t('signUp.company.title')}>
      <div className={styles['pair']}>
        <TextField
          label={t('signUp.company.name')}
          autoComplete="organization"
          field={register('companyName')}
          error={errors.companyName?.message}
        />
        <FormField
          id={zoneId}
          label={t('signUp.company.timeZone')}
          error={errors.timeZone?.message}
          hint={t('signUp.company.timeZoneHint')}
        >
          <SearchableSelect
            id={zoneId}
            choices={choices}
            value={zone.field.value}
            onChange={zone.field.onChange}
            onBlur={zone.field.onBlur}
            inputRef={zone.field.ref}
            label={t('signUp.company.timeZone')}
            toggleLabel={t('signUp.company.timeZoneToggle')}
            isInvalid={errors.timeZone !== undefined}
            describedBy={helpId(zoneId)}
          />
        </FormField>
      </div>
    </Section>
  );
}
