/** Where the running suite is, as the program that starts these tests tells it. */
function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: these tests need a running suite, see the README`);
  return value;
}

export const baseUrl = required('BASE_URL');
export const mailUrl = required('MAIL_URL');

/** The employee of support whom the program that starts these tests has made by the command of the user-service. */
export function supportUser(): { email: string; password: string } {
  return { email: required('SUPPORT_EMAIL'), password: required('SUPPORT_PASSWORD') };
}

/** A password that the rules allow; everybody of these tests has it. */
export const password = 'four lighthouses at low tide';

/** An address that nobody else has. */
export function newEmail(name: string): string {
  return `${name}.${crypto.randomUUID().slice(0, 13)}@harborlight.example`;
}
