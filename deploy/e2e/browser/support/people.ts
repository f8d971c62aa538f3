import { Visitor } from './browser.ts';
import { joinLink } from './mailbox.ts';
import { newEmail, password } from './suite.ts';

/** Fills the sign-up page with so many slots of Plus and creates the account; ends on the Users page. */
export async function signUp(admin: Visitor, company: string, plusSlots: number): Promise<string> {
  const { page } = admin;
  const email = newEmail('admin');
  await page.goto('/sign-up');
  await page.getByRole('textbox', { name: 'Company name' }).fill(company);
  await page.getByRole('spinbutton', { name: 'Plus slots' }).fill(String(plusSlots));
  await page.getByRole('textbox', { name: 'First name' }).fill('Ada');
  await page.getByRole('textbox', { name: 'Last name' }).fill('Ngata');
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  const users = page.getByRole('heading', { name: 'Users', exact: true });
  const taken = page.getByText('This number has just been taken. Please pick another one.');
  for (let tries = 0; tries < 5 && !(await users.isVisible()); tries++) {
    await pickNumber(admin);
    await page.getByRole('button', { name: 'Create account' }).click();
    await taken.waitFor({ state: 'hidden' });
    await users.or(taken).first().waitFor();
  }
  await users.waitFor();
  return email;
}

/** Any of the numbers on offer: the first may just be taken by another test. */
async function pickNumber({ page }: Visitor): Promise<void> {
  const numbers = page.getByRole('radio', { name: /\(\d{3}\) 555-01\d{2}/ });
  await numbers.first().waitFor();
  await numbers.nth(Math.floor(Math.random() * (await numbers.count()))).check();
}

/** Signs in on the page that is shown. */
export async function signIn({ page }: Visitor, email: string, secret = password): Promise<void> {
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Signs out by the account menu. */
export async function signOut({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: /Account menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

/** Invites a person into an open slot; he joins and is signed in on a page of his own. */
export async function join(admin: Visitor, first: string, last: string, email: string): Promise<Visitor> {
  const { page } = admin;
  await page.goto('/users/add');
  await fillPerson(admin, 1, first, last, email);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByText('1 person invited').waitFor();
  const person = await Visitor.arrive();
  await person.page.goto(await joinLink(email));
  await person.page.getByLabel('Password', { exact: true }).fill(password);
  await person.page.getByRole('button', { name: /^Join/ }).click();
  await person.page.getByText('You are all set').waitFor();
  await signIn(person, email);
  await person.page.getByRole('heading', { name: `Welcome, ${first}` }).waitFor();
  return person;
}

/** One row of Add Users. */
export async function fillPerson({ page }: Visitor, row: number, first: string, last: string, email: string): Promise<void> {
  const person = page.getByRole('group', { name: `Person ${row}` });
  await person.getByRole('textbox', { name: 'First name' }).fill(first);
  await person.getByRole('textbox', { name: 'Last name' }).fill(last);
  await person.getByRole('textbox', { name: 'Email' }).fill(email);
}

/** Chooses an action from the menu of a row of Manage Users. */
export async function choose({ page }: Visitor, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
  await page.getByRole('dialog').waitFor();
}
