import { useId, useMemo } from 'react';
import type { ControllerRenderProps } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { currentZone, timeZones, zoneName } from '@/lib/timeZones';
import { FormField, helpId } from './FormField';
import { SearchableSelect, type Choice } from './SearchableSelect';

interface Props {
  field: Pick<ControllerRenderProps, 'onChange' | 'onBlur' | 'ref'> & { value: string };
  error?: string | undefined;
  hint?: string | undefined;
}

/** A time zone, found by city, by its name or by what people call it, such as EST. */
export function TimeZoneField({ field, error, hint }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const value = currentZone(field.value);
  const choices = useMemo(() => choicesWith(value), [value]);
  return (
    <FormField id={id} label={t('timeZone.label')} error={error} hint={hint}>
      <SearchableSelect
        id={id}
        choices={choices}
        value={value}
        onChange={field.onChange}
        onBlur={field.onBlur}
        inputRef={field.ref}
        label={t('timeZone.label')}
        toggleLabel={t('timeZone.toggle')}
        isInvalid={error !== undefined}
        describedBy={error ?? hint ? helpId(id) : undefined}
      />
    </FormField>
  );
}

/** All zones, with one that this browser does not know of where somebody has chosen it. */
function choicesWith(value: string): Choice[] {
  const known = timeZones().map(({ id, name, ...zone }) => ({ value: id, label: name, ...zone }));
  return value === '' || known.some((choice) => choice.value === value) ? known : [{ value, label: zoneName(value) }, ...known];
}
