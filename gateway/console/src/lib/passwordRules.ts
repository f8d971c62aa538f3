/** Product A5; the list of common passwords is the server's. */
export const passwordLength = { least: 12, most: 128 };

export interface PasswordVerdict {
  length: boolean;
  /** False when it is a name, the e-mail address or the company. */
  impersonal: boolean;
}

export function judgePassword(password: string, personal: readonly string[]): PasswordVerdict {
  const length = [...password].length;
  const plain = password.trim().toLocaleLowerCase();
  const known = personal.map((word) => word.trim().toLocaleLowerCase()).filter((word) => word !== '');
  return {
    length: length >= passwordLength.least && length <= passwordLength.most,
    impersonal: !known.includes(plain),
  };
}

/** What of a person must not be the password. */
export function personalWords(person: { firstName: string; lastName?: string; email?: string; companyName: string }): string[] {
  const { firstName, lastName = '', email = '', companyName } = person;
  return [firstName, lastName, `${firstName} ${lastName}`, `${firstName}${lastName}`, email, email.split('@')[0] ?? '', companyName];
}
