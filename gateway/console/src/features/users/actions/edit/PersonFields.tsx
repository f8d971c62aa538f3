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
import { readMobile } from '@/lib/mobile';
import { homeOf, type EditForm } from './editForm';
import styles from './EditUser.module.css';

/** Who it is, how to reach him, where and in which language. */
export function PersonFields({ user }: { user: UserDetails }) {
  const { t } = useTranslation();
  const id = useId();
  const { register, control, formState } = useFormContext<EditForm>();
  const { errors } = formState;
  const zone = useController({ control, name: 'timeZone' });
  const language = useController({ control, name: 'language' });
  const { ref, value, onChange, onBlur } = language.field;
  return (
    <>
      <div className={styles['pair']}>
        <TextField label={t('editUser.firstName')} autoComplete="off" field={register('firstName')} error={errors.firstName?.message} />
        <TextField label={t('editUser.lastName')} autoComplete="off" field={register('lastName')} error={errors.lastName?.message} />
      </div>
      <EmailField user={user} />
      <MobileField user={user} />
      <div className={styles['pair']}>
        <TimeZoneField field={zone.field} error={errors.timeZone?.message} />
        <FormField id={`${id}-language`} label={t('editUser.language')} error={errors.language?.message} hint={t('editUser.languageHint')}>
          <FormSelect
            id={`${id}-language`}
            ref={ref}
            value={value}
            onChange={(_event, chosen) => onChange(chosen)}
            onBlur={onBlur}
            validated={errors.language === undefined ? 'default' : 'error'}
            aria-describedby={helpId(`${id}-language`)}
          >
            {languages.map(({ code, name }) => (
              <FormSelectOption key={code} value={code} label={name} />
            ))}
          </FormSelect>
        </FormField>
      </div>
    </>
  );
}

/** C4: the address can be changed until the person has joined; the link that was sent is void then. */
function EmailField({ user }: { user: UserDetails }) {
  const { t } = useTranslation();
  const id = useId();
  const { register, formState } = useFormContext<EditForm>();
  const error = formState.errors.email?.message;
  if (user.state === 'INVITED') {
    return (
      <TextField
        label={t('editUser.email')}
        type="email"
        autoComplete="off"
        field={register('email')}
        error={error}
        hint={t('editUser.emailHint')}
      />
    );
  }
  return (
    <FormField id={id} label={t('editUser.email')} error={error} hint={t('editUser.emailFixed')}>
      <TextInput id={id} type="email" value={user.email} readOnlyVariant="default" aria-describedby={helpId(id)} />
    </FormField>
  );
}

/** As people type it; below stands how it was understood. */
function MobileField({ user }: { user: UserDetails }) {
  const { t } = useTranslation();
  const { register, control, formState } = useFormContext<EditForm>();
  const typed = useWatch({ control, name: 'mobile' });
  const understood = readMobile(typed, homeOf(user));
  const hint = understood === undefined ? t('editUser.mobileHint') : t('editUser.mobileRead', { number: formatInternational(understood) });
  return (
    <TextField
      label={t('editUser.mobile')}
      type="tel"
      autoComplete="off"
      field={register('mobile')}
      error={formState.errors.mobile?.message}
      hint={hint}
    />
  );
}
