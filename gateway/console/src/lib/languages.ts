/** The languages of our mails (J1), each in its own words. */
export const languages = [
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
  { code: 'fr', name: 'Français' },
] as const;

export function languageName(code: string): string {
  return languages.find((language) => language.code === code)?.name ?? code;
}
