import { useTranslation } from 'react-i18next';
import { ConflictView } from '@/components/ConflictView';
import { formatPhone } from '@/lib/format';
import { languageName } from '@/lib/languages';
import { zoneName } from '@/lib/timeZones';
import type { Conflict } from '@/lib/user/saveUser';
import { isProfileField, type ProfileField } from './profileForm';

/** What an admin, or one's other window, has changed while one was editing. */
export function ChangedMeanwhile({ conflict: { theirs, mine } }: { conflict: Conflict }) {
  const { t } = useTranslation();
  const inWords = (field: ProfileField, value: unknown) => wordsOf(field, String(value ?? '')) || t('conflict.nothing');
  const lines = theirs.flatMap(({ field, before, now }) =>
    isProfileField(field)
      ? [
          {
            label: t(`settings.profile.${field}`),
            before: inWords(field, before),
            now: inWords(field, now),
            mine: field in mine ? inWords(field, mine[field]) : undefined,
          },
        ]
      : [],
  );
  return <ConflictView name={t('settings.profile.yours')} lines={lines} />;
}

function wordsOf(field: ProfileField, value: string): string {
  switch (field) {
    case 'mobile':
      return value === '' ? '' : formatPhone(value);
    case 'timeZone':
      return zoneName(value);
    case 'language':
      return languageName(value);
    case 'firstName':
    case 'lastName':
      return value;
  }
}
