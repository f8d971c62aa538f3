import { SearchInput } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const RESTS_MILLIS = 300;
const MOST_CHARACTERS = 200;

interface Props {
  label: string;
  /** What is searched, shown while it is empty. */
  hint: string;
  value: string;
  onChange: (search: string) => void;
}

/** A search that asks when the typing rests. */
export function SearchField({ label, hint, value, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    // Cleared, or an address opened: it was not this field that asked.
    if (value !== asked) {
      setAsked(value);
      setTyped(value);
    }
  }

  const ask = (text: string) => {
    const search = text.trim();
    setTyped(text);
    if (search === asked) return;
    setAsked(search);
    onChange(search);
  };
  useEffect(() => {
    if (typed.trim() === asked) return undefined;
    const timer = setTimeout(() => ask(typed), RESTS_MILLIS);
    return () => clearTimeout(timer);
  });

  return (
    <SearchInput
      aria-label={label}
      placeholder={hint}
      value={typed}
      onChange={(_event, text) => setTyped(text.slice(0, MOST_CHARACTERS))}
      onClear={() => ask('')}
      resetButtonLabel={t('search.clear')}
    />
  );
}
