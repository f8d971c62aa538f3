import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/** A number as a person types it, in E.164; undefined when it cannot be one. Without a country code it is one of `home`. */
export function readMobile(typed: string, home: CountryCode): string | undefined {
  const parsed = parsePhoneNumberFromString(typed, home);
  return parsed?.isValid() === true ? parsed.number : undefined;
}

/** The country of a number without a country code: that of the number before, else that of the browser's language. */
export function homeCountry(known: string | null | undefined, languages: readonly string[] = navigator.languages): CountryCode {
  const ofNumber = known ? parsePhoneNumberFromString(known)?.country : undefined;
  if (ofNumber !== undefined) return ofNumber;
  const regions = languages.map((language) => new Intl.Locale(language).region ?? '');
  return regions.find((region): region is CountryCode => isSupportedCountry(region)) ?? 'US';
}
