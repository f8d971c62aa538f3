import { after } from 'node:test';
import { journey, Visitor } from '../support/browser.ts';
import { mailWith } from '../support/mailbox.ts';
import { join, signIn, signUp } from '../support/people.ts';
import { newEmail, supportUser } from '../support/suite.ts';

after(Visitor.allLeave);

journey('I1 support finds the account and changes its admin with a reason; both sides get a mail', async () => {
  const admin = await Visitor.arrive();
  const company = `Harbor Light ${crypto.randomUUID().slice(0, 8)}`;
  const adminEmail = await signUp(admin, company, 2);
  const joseEmail = newEmail('jose');
  const jose = await join(admin, 'José', 'Okafor', joseEmail);

  const support = await Visitor.arrive();
  const { page } = support;
  await page.goto('/support');
  await page.getByRole('heading', { name: 'Support sign-in' }).waitFor();
  await support.inspect('support-sign-in');
  const employee = supportUser();
  await signIn(support, employee.email, employee.password);
  await page.getByRole('textbox', { name: 'Search accounts' }).fill(adminEmail);
  await page.getByRole('link', { name: company }).waitFor();
  await page.getByRole('textbox', { name: 'Search accounts' }).fill(company);
  await page.getByRole('link', { name: company }).waitFor();
  await support.inspect('support-accounts');
  await page.getByRole('link', { name: company }).click();
  await page.getByRole('textbox', { name: 'Search people' }).fill('okafor');
  await page.getByRole('button', { name: 'Make José Okafor admin' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/and Ada Ngata is no admin any more/).waitFor();
  await dialog.getByRole('button', { name: 'Make admin' }).click();
  await dialog.getByText('Please say why.').waitFor();
  await support.inspect('support-make-admin');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Ada has left the company');
  await dialog.getByRole('button', { name: 'Make admin' }).click();
  await page.getByText(`José Okafor is now admin of ${company}`).waitFor();
  await support.inspect('support-account');
  await mailWith(adminEmail, /no longer an admin/i);
  await mailWith(joseEmail, /now an admin/i);

  // Whose role has changed signs in again and sees his new pages.
  await jose.page.reload();
  await signIn(jose, joseEmail);
  await jose.page.getByRole('heading', { name: 'Users', exact: true }).waitFor();
  await jose.page.getByRole('link', { name: 'Audit log' }).click();
  await jose.page.getByText('Switchboard support made José Okafor the admin, in place of those before').waitFor();
  await admin.page.goto('/users');
  await signIn(admin, adminEmail);
  await admin.page.getByText('The page you asked for is for admins only.').waitFor();
  await support.leave();
  await jose.leave();
  await admin.leave();
});

journey('I1 support sees no page of a company, and a company none of support', async () => {
  const support = await Visitor.arrive();
  const employee = supportUser();
  await support.page.goto('/support');
  await signIn(support, employee.email, employee.password);
  await support.page.getByRole('heading', { name: 'Accounts' }).waitFor();
  for (const address of ['/users', '/audit', '/settings', '/']) {
    await support.page.goto(address);
    await support.page.getByRole('heading', { name: 'Accounts' }).waitFor();
  }
  await support.page.getByRole('button', { name: 'Sign out' }).click();
  await support.page.getByRole('heading', { name: 'Support sign-in' }).waitFor();

  const admin = await Visitor.arrive();
  await signUp(admin, 'Harbor Light Books', 1);
  await admin.page.goto('/support');
  await admin.page.getByText(/You are signed in as Ada Ngata of Harbor Light Books/).waitFor();
  await support.leave();
  await admin.leave();
});
