/** Product A5; the list of common passwords is the server's. */
export const passwordLength = { least: 12, most: 128 };

/** Shorter words are part of too many good passwords. */
const shortestPersonal = 4;
const fewestDifferent = 6;
const goodLength = 16;

export interface PasswordVerdict {
  length: boolean;
  /** False when it is a name, the e-mail address or the company, with or without digits and signs around. */
  impersonal: boolean;
}

/** What to do to make a password better. */
export type PasswordAdvice = 'start' | 'more' | 'fewer' | 'personal' | 'varied' | 'longer' | 'strong';

export function judgePassword(password: string, personal: readonly string[]): PasswordVerdict {
  const length = [...password].length;
  const letters = lettersOf(password);
  const isPersonal = personal.some((word) => word.trim().length >= shortestPersonal && isSame(word, password, letters));
  return { length: length >= passwordLength.least && length <= passwordLength.most, impersonal: !isPersonal };
}

/** One thing at a time: what is refused first, then what is easy to guess. */
export function advise(password: string, personal: readonly string[]): { advice: PasswordAdvice; missing: number } {
  const length = [...password].length;
  const missing = Math.max(0, passwordLength.least - length);
  return { advice: adviceFor(password, length, personal), missing };
}

function adviceFor(password: string, length: number, personal: readonly string[]): PasswordAdvice {
  if (password === '') return 'start';
  if (length < passwordLength.least) return 'more';
  if (length > passwordLength.most) return 'fewer';
  if (!judgePassword(password, personal).impersonal) return 'personal';
  if (isMonotonous(password)) return 'varied';
  return length < goodLength ? 'longer' : 'strong';
}

/** Few different characters, or one group of them again and again. */
function isMonotonous(password: string): boolean {
  const characters = [...password.toLocaleLowerCase()];
  return new Set(characters).size < fewestDifferent || /^(.{1,8}?)\1+$/u.test(characters.join(''));
}

function isSame(word: string, password: string, letters: string): boolean {
  const known = lettersOf(word);
  return plainOf(word) === plainOf(password) || (known !== '' && known === letters);
}

function plainOf(text: string): string {
  return text.normalize('NFKC').trim().toLocaleLowerCase();
}

function lettersOf(text: string): string {
  return plainOf(text).replaceAll(/[\d\s\p{P}\p{S}]+/gu, '');
}

/** What of a person must not be the password. */
export function personalWords(person: { firstName: string; lastName?: string; email?: string; companyName: string }): string[] {
  const { firstName, lastName = '', email = '', companyName } = person;
  return [firstName, lastName, `${firstName} ${lastName}`, `${firstName}${lastName}`, email, email.split('@')[0] ?? '', companyName];
}

/** The refusals of a new password, which belong to the field that it was typed into. */
export function passwordProblemsAt(field: string): Record<string, string> {
  const codes = ['password.too-short', 'password.too-long', 'password.too-common', 'password.personal', 'password.same'];
  return Object.fromEntries(codes.map((code) => [code, field]));
}
