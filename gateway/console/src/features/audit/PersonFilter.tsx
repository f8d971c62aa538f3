import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '@/components/FormField';
import { SearchableSelect, type Choice } from '@/components/SearchableSelect';
import { api, bodyOf } from '@/lib/api/client';
import { fullName } from '@/lib/format';
import { problemText } from '@/lib/problemText';
import { useDebounced } from '@/lib/useDebounced';
import { usePersonName } from './usePersonName';

const RESTS_MILLIS = 250;
const FOUND = 20;

interface Props {
  label: string;
  value: string;
  onChange: (userId: string) => void;
}

/** One of all users of the company, found by what is typed, or anybody. */
export function PersonFilter({ label, value, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim(), RESTS_MILLIS);
  const chosenName = usePersonName(value);
  const { data, error, isPending } = useQuery({
    queryKey: ['users', 'audit', search],
    queryFn: async ({ signal }) => {
      const query = { limit: FOUND, ...(search !== '' && { search }) };
      return (await bodyOf(api.GET('/users', { params: { query }, signal }))).items;
    },
  });
  const isWaiting = search !== typed.trim() || (isPending && error === null);
  const people: Choice[] = isWaiting ? [] : (data ?? []).map((user) => ({ value: user.id, label: fullName(user), description: user.email }));
  const anybody: Choice = { value: '', label: t('audit.filters.anybody') };
  const chosen: Choice[] = value === '' || people.some((one) => one.value === value) ? [] : [{ value, label: chosenName }];
  const choices = typed === '' ? [anybody, ...chosen, ...people] : people;
  return (
    <FormField id={id} label={label}>
      <SearchableSelect
        id={id}
        label={label}
        toggleLabel={t('audit.filters.showPeople')}
        choices={choices}
        value={value}
        onChange={onChange}
        onBlur={() => undefined}
        onTyped={setTyped}
        notice={isWaiting ? t('loading') : error === null ? undefined : problemText(error, t)}
      />
    </FormField>
  );
}
