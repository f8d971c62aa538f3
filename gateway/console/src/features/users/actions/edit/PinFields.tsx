import { Checkbox } from '@patternfly/react-core';
import { useId } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PinField } from '@/components/PinField';
import type { UserDetails } from '@/lib/api/schema';
import { pinLength } from '@/lib/pinRules';
import type { EditForm } from './editForm';

/** The voicemail PIN can be set and taken away, and never be read. */
export function PinFields({ user }: { user: UserDetails }) {
  const { t } = useTranslation();
  const id = useId();
  const { register, control, formState } = useFormContext<EditForm>();
  const {
    field: { ref, value: isRemoved, onChange, onBlur },
  } = useController({ control, name: 'removePin' });
  return (
    <>
      <PinField
        label={t(user.voicemailPinSet ? 'editUser.newPin' : 'editUser.pin')}
        field={register('voicemailPin')}
        error={isRemoved ? undefined : formState.errors.voicemailPin?.message}
        hint={`${t(user.voicemailPinSet ? 'editUser.pinSet' : 'editUser.pinNotSet')} ${t('editUser.pinRules', pinLength)}`}
        isDisabled={isRemoved}
      />
      {user.voicemailPinSet && (
        <Checkbox
          id={id}
          ref={ref}
          label={t('editUser.removePin')}
          isChecked={isRemoved}
          onChange={(_event, checked) => onChange(checked)}
          onBlur={onBlur}
        />
      )}
    </>
  );
}
