import { useId } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '@/components/PasswordField';
import { PasswordRules } from '@/components/PasswordRules';
import { TextField } from '@/components/TextField';
import type { SignUp } from '@/lib/api/schema';
import { personalWords } from '@/lib/passwordRules';
import { Section } from './Section';
import styles from './SignUp.module.css';

export function AdminFields() {
  const { t } = useTranslation();
  const rules = useId();
  const { register, formState, control } = useFormContext<SignUp>();
  const [companyName, admin] = useWatch({ control, name: ['companyName', 'admin'] });
  const errors = formState.errors.admin;
  return (
    <Section title={t('signUp.admin.title')}>
      <div className={styles['pair']}>
        <TextField
          label={t('signUp.admin.firstName')}
          autoComplete="given-name"
          field={register('admin.firstName')}
          error={errors?.firstName?.message}
        />
        <TextField
          label={t('signUp.admin.lastName')}
          autoComplete="family-name"
          field={register('admin.lastName')}
          error={errors?.lastName?.message}
        />
        <TextField
          label={t('signUp.admin.email')}
          type="email"
          autoComplete="username"
          field={register('admin.email')}
          error={errors?.email?.message}
        />
        <PasswordField
          autoComplete="new-password"
          field={register('admin.password')}
          error={errors?.password?.message}
          describedBy={rules}
        >
          <PasswordRules id={rules} password={admin.password} personal={personalWords({ ...admin, companyName })} />
        </PasswordField>
      </div>
    </Section>
  );
}
