import { useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Choices } from '../Choices';
import { TextField } from '../TextField';
import type { Forwarding } from './useForwarding';

/** Yes or no, one number, and what is not a choice: who answers has to take the call by a key. */
export function ForwardingFields({ form }: { form: Forwarding['form'] }) {
  const { t } = useTranslation();
  const isOn = useWatch({ control: form.control, name: 'isOn' });
  const was = useRef(isOn);
  useEffect(() => {
    if (was.current === 'no' && isOn === 'yes') form.setFocus('number');
    was.current = isOn;
  }, [isOn, form]);
  return (
    <>
      <Choices
        legend={t('forwarding.question')}
        choices={[
          { value: 'no', label: t('forwarding.no') },
          { value: 'yes', label: t('forwarding.yes') },
        ]}
        value={isOn}
        onChange={(value) => form.setValue('isOn', value, { shouldDirty: true })}
      />
      {isOn === 'yes' && (
        <>
          <TextField
            label={t('forwarding.number')}
            type="tel"
            autoComplete="off"
            maxLength={100}
            field={form.register('number')}
            error={form.formState.errors.number?.message}
            hint={t('forwarding.hint')}
          />
          <p>
            <strong>{t('forwarding.screening')}</strong> {t('forwarding.screeningWhy')}
          </p>
        </>
      )}
    </>
  );
}
