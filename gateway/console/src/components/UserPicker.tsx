import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '@/lib/api/client';
import type { User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { problemText } from '@/lib/problemText';
import { useDebounced } from '@/lib/useDebounced';
import { usersKey } from '@/lib/user/usersKey';
import { SearchableSelect, type Choice } from './SearchableSelect';

const RESTS_MILLIS = 250;
const FOUND = 20;

interface Props {
  id: string;
  label: string;
  /** Who is not to be chosen. */
  except?: string | undefined;
  value: string;
  onChange: (userId: string) => void;
  onBlur: () => void;
  inputRef: (input: HTMLInputElement | null) => void;
  isInvalid: boolean;
  describedBy: string | undefined;
}

/** One of all users, however many there are: the API finds by what is typed. */
export function UserPicker({ except, value, onChange, label, ...field }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Choice>();
  const search = useDebounced(typed.trim(), RESTS_MILLIS);
  const { data, error, isFetching } = useQuery({
    queryKey: [...usersKey, 'pick', search],
    queryFn: async ({ signal }) => {
      const query = { limit: FOUND, ...(search !== '' && { search }) };
      return (await bodyOf(api.GET('/users', { params: { query }, signal }))).items;
    },
  });
  const isWaiting = search !== typed.trim() || (isFetching && data === undefined);
  const found = isWaiting ? [] : (data ?? []).filter(({ id }) => id !== except).map((user) => choiceOf(user, t(`picker.states.${user.state}`)));
  const choices = chosen !== undefined && typed === '' && !found.some((choice) => choice.value === chosen.value) ? [chosen, ...found] : found;
  const notice = isWaiting ? t('loading') : error === null ? undefined : problemText(error, t);
  return (
    <SearchableSelect
      {...field}
      label={label}
      toggleLabel={t('picker.showUsers')}
      choices={choices}
      value={value}
      onTyped={setTyped}
      notice={notice}
      onChange={(userId) => {
        setChosen(choices.find((choice) => choice.value === userId));
        onChange(userId);
      }}
    />
  );
}

function choiceOf(user: User, state: string): Choice {
  const description = user.state === 'ACTIVE' ? user.email : `${user.email} · ${state}`;
  return { value: user.id, label: fullName(user), description };
}
