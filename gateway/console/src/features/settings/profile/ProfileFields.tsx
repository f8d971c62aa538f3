import { FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { useId } from 'react';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormField, helpId } from '@/components/FormField';
import { TextField } from '@/components/TextField';
import { TimeZoneField } from '@/components/TimeZoneField';
import type { UserDetails } from '@/lib/api/schema';
import { formatInternational } from '@/lib/format';
import { languages } from '@/lib/languages';
import { homeCountry, readMobile } from '@/lib/mobile';
import styles from '../Settings.module.css';
import type { Profile } from './profileForm';

export function ProfileFields({ user }: { user: UserDetails }) {
  const { t } = useTranslation();
  const { register, control, formState } = useFormContext<Profile>();
  const { errors } = formState;
  const zone = useController({ control, name: 'timeZone' });
  return (
    <>
      <div className={styles['pair']}>
        <TextField
          label={t('settings.profile.firstName')}
          autoComplete="given-name"
          field={register('firstName')}
          error={errors.firstName?.message}
        />
        <TextField
          label={t('settings.profile.lastName')}
          autoComplete="family-name"
          field={register('lastName')}
          error={errors.lastName?.message}
        />
        <EmailField email={user.email} />
        <MobileField user={user} />
        <TimeZoneField field={zone.field} error={errors.timeZone?.message} />
        <LanguageField />
      </div>
    </>
  );
}

function EmailField({ email }: { email: string }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <FormField id={id} label={t('settings.profile.email')} hint={t('settings.profile.emailHint')}>
      <TextInput id={id} type="email" value={email} readOnlyVariant="default" aria-describedby={helpId(id)} />
    </FormField>
  );
}

/** As people type it; below stands how it was understood. */
function MobileField({ user }: { user: UserDetails }) {
  const { t } = useTranslation();
  const { register, control, formState } = useFormContext<Profile>();
  const understood = readMobile(useWatch({ control, name: 'mobile' }), homeCountry(user.mobile));
  return (
    <TextField
      label={t('settings.profile.mobile')}
      type="tel"
      autoComplete="tel"
      field={register('mobile')}
      error={formState.errors.mobile?.message}
      hint={
        understood === undefined
          ? t('settings.profile.mobileHint')
          : t('settings.profile.mobileRead', { number: formatInternational(understood) })
      }
    />
  );
}

function LanguageField() {
  const { t } = useTranslation();
  const id = useId();
  const { control, formState } = useFormContext<Profile>();
  const {
    field: { ref, value, onChange, onBlur },
  } = useController({ control, name: 'language' });
  const error = formState.errors.language?.message;
  return (
    <FormField id={id} label={t('settings.profile.language')} error={error} hint={t('settings.profile.languageHint')}>
      <FormSelect
        id={id}
        ref={ref}
        value={value}
        onChange={(_event, chosen) => onChange(chosen)}
        onBlur={onBlur}
        validated={error === undefined ? 'default' : 'error'}
        aria-describedby={helpId(id)}
      >
        {languages.map(({ code, name }) => (
          <FormSelectOption key={code} value={code} label={name} />
        ))}
      </FormSelect>
    </FormField>
  );
}
