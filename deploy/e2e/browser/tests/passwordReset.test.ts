import assert from 'node:assert/strict';
import { after } from 'node:test';
import { journey, Visitor } from '../support/browser.ts';
import { mailWith, resetLink } from '../support/mailbox.ts';
import { signIn, signUp } from '../support/people.ts';
import { newEmail, password } from '../support/suite.ts';

const another = 'seven lanterns in the old harbor';

after(Visitor.allLeave);

/** Asks for a link on the page of a forgotten password. */
async function ask({ page }: Visitor, email: string): Promise<void> {
  await page.goto('/forgot-password');
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await page.getByRole('heading', { name: 'Check your email' }).waitFor();
}

journey('D3 a forgotten password: mail, new password; the old one and all sessions are dead', async () => {
  const admin = await Visitor.arrive();
  const email = await signUp(admin, 'Harbor Light Books', 1);
  const forgetful = await Visitor.arrive();
  const { page } = forgetful;
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByRole('link', { name: 'Forgot password?' }).click();
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Email' }).inputValue(), email, 'the address comes along');
  await forgetful.inspect('forgot-password');
  await page.getByRole('button', { name: 'Send link' }).click();
  await page.getByRole('heading', { name: 'Check your email' }).waitFor();
  await forgetful.inspect('reset-link-on-its-way');

  await page.goto(await resetLink(email));
  await page.getByLabel('New password').waitFor();
  assert.ok(!page.url().includes('#'), 'the link leaves the address bar');
  await page.getByLabel('New password').fill('Harbor Light Books 1');
  await page.getByText(/take words that have nothing to do with you/).waitFor();
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Set new password' }).click();
  await page.getByText(/This is your present password/).waitFor();
  await forgetful.inspect('reset-refused');
  await page.getByLabel('New password').fill(another);
  await page.getByRole('button', { name: 'Set new password' }).click();
  await page.getByText('Your new password is set').waitFor();
  await forgetful.inspect('reset-done');
  await mailWith(email, /password (was|has been) changed/i);

  await admin.page.getByRole('textbox', { name: 'Search users' }).fill('ada');
  await admin.page.getByText('Your session has ended. Please sign in again.').waitFor();
  await signIn(forgetful, email);
  await page.getByText('The email or password is not right.').waitFor();
  await signIn(forgetful, email, another);
  await page.getByRole('heading', { name: 'Users', exact: true }).waitFor();
  await forgetful.leave();
  await admin.leave();
});

journey('D3 only the newest link works, once, and each other one says what to do', async () => {
  const admin = await Visitor.arrive();
  const email = await signUp(admin, 'Harbor Light Books', 1);
  const { page } = admin;
  await ask(admin, email);
  const first = await resetLink(email);
  await ask(admin, email);
  const second = await resetLink(email, first);
  await page.goto('/sign-up');
  await page.goto(first);
  await page.getByRole('heading', { name: 'There is a newer link' }).waitFor();
  await admin.inspect('reset-link-replaced');
  await page.goto('/sign-up');
  await page.goto(second);
  await page.getByLabel('New password').fill(another);
  await page.getByRole('button', { name: 'Set new password' }).click();
  await page.getByText('Your new password is set').waitFor();
  await page.goto(second);
  await page.getByText(/This link was used before/).waitFor();
  await page.goto('/sign-up');
  await page.goto('/reset#of-nobody');
  await page.getByRole('heading', { name: 'This link is not valid' }).waitFor();
  await page.getByRole('link', { name: 'Get a new link' }).click();
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
  await admin.leave();
});

journey('D3 an address that nobody has is answered like any other', async () => {
  const stranger = await Visitor.arrive();
  const email = newEmail('nobody');
  await ask(stranger, email);
  await stranger.page.getByText(`If somebody uses Switchboard with ${email}`).waitFor();
  await stranger.leave();
});
