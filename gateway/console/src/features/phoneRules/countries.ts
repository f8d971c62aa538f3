import { getCountries } from 'libphonenumber-js/min';
import type { Choice } from '@/components/SearchableSelect';

/** All countries that have phone numbers, by their names. */
export function countryChoices(except: readonly string[]): Choice[] {
  return getCountries()
    .filter((code) => !except.includes(code))
    .map((code): Choice => ({ value: code, label: countryName(code), keywords: code }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

/** US → United States. */
export function countryName(code: string): string {
  const names = new Intl.DisplayNames(document.documentElement.lang || 'en', { type: 'region' });
  return names.of(code) ?? code;
}
