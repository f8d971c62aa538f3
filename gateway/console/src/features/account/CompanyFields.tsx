import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TextField } from '@/components/TextField';
import { TimeZoneField } from '@/components/TimeZoneField';
import type { SignUp } from '@/lib/api/schema';
import { Section } from './Section';
import styles from './SignUp.module.css';

export function CompanyFields() {
  const { t } = useTranslation();
  const { register, formState, control } = useFormContext<SignUp>();
  const zone = useController({ control, name: 'timeZone' });
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
        <TimeZoneField field={zone.field} error={errors.timeZone?.message} hint={t('signUp.company.timeZoneHint')} />
      </div>
    </Section>
  );
}
