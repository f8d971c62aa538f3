import { after } from 'node:test';
import { journey, Visitor } from '../support/browser.ts';
import { signIn, signUp } from '../support/people.ts';

after(Visitor.allLeave);

journey('A3 sign-out, a wrong password, and sign-in back to the page that was asked for', async () => {
  const admin = await Visitor.arrive();
  const { page } = admin;
  const email = await signUp(admin, 'Harbor Light Books', 1);
  await page.getByRole('button', { name: /Account menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();

  await page.goto('/users/add');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await admin.inspect('sign-in-refused');
  await signIn(admin, email);
  await page.getByRole('group', { name: 'Person 1' }).waitFor();
  await admin.leave();
});

journey('A4 a session that ended elsewhere leads to the sign-in page, which says why', async () => {
  const admin = await Visitor.arrive();
  await signUp(admin, 'Harbor Light Books', 1);
  await admin.page.context().clearCookies();
  await admin.page.getByRole('textbox', { name: 'Search users' }).fill('ada');
  await admin.page.getByText('Your session has ended. Please sign in again.').waitFor();
  await admin.leave();
});

journey('An address that is no page says so and leads back', async () => {
  const admin = await Visitor.arrive();
  await signUp(admin, 'Harbor Light Books', 1);
  await admin.page.goto('/no/such/page');
  await admin.page.getByRole('heading', { name: /not found|no page/i }).waitFor();
  await admin.inspect('not-found');
  await admin.leave();
});
