import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ConflictView } from '@/components/ConflictView';
import { formatPhone, fullName } from '@/lib/format';
import { languageName } from '@/lib/languages';
import { zoneName } from '@/lib/timeZones';
import type { Conflict, Difference, ShownField } from '@/lib/user/saveUser';

/** D1: what somebody else has changed in this person while one was editing. */
export function ChangedMeanwhile({ conflict: { fresh, theirs, mine } }: { conflict: Conflict }) {
  const { t } = useTranslation();
  const lines = theirs.map(({ field, before, now }) => ({
    label: t(`editUser.shown.${field}`),
    before: inWords(field, before, t),
    now: inWords(field, now, t),
    mine: ownValue(field, mine, t),
  }));
  return <ConflictView name={fullName(fresh.user)} lines={lines} />;
}

function ownValue(field: ShownField, mine: Conflict['mine'], t: TFunction): string | undefined {
  if (field === 'voicemailPinSet') return mine.voicemailPin === undefined ? undefined : inWords(field, mine.voicemailPin !== null, t);
  return field !== 'state' && field in mine ? inWords(field, mine[field], t) : undefined;
}

function inWords(field: ShownField, value: Difference['now'], t: TFunction): string {
  if (field === 'voicemailPinSet') return t(value === true ? 'editUser.pinIs.set' : 'editUser.pinIs.notSet');
  const text = String(value ?? '');
  if (text === '') return t('conflict.nothing');
  switch (field) {
    case 'mobile':
      return formatPhone(text);
    case 'timeZone':
      return zoneName(text);
    case 'language':
      return languageName(text);
    case 'state':
      return t(`users.toolbar.states.${text}`);
    case 'firstName':
    case 'lastName':
    case 'email':
      return text;
  }
}
