/** US → United States, in the language of the page. */
export function countryName(code: string): string {
  const names = new Intl.DisplayNames(document.documentElement.lang || 'en', { type: 'region' });
  return names.of(code) ?? code;
}
