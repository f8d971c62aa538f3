import { getCountries } from 'libphonenumber-js/min';
import type { Choice } from '@/components/SearchableSelect';
import { countryName } from '@/lib/countryName';

/** All countries that have phone numbers, by their names. */
export function countryChoices(except: readonly string[]): Choice[] {
  return getCountries()
    .filter((code) => !except.includes(code))
    .map((code): Choice => ({ value: code, label: countryName(code), keywords: code }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
