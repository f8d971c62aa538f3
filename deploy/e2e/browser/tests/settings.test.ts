import assert from 'node:assert/strict';
import { after } from 'node:test';
import { codeFor } from '../support/authenticator.ts';
import { journey, Visitor } from '../support/browser.ts';
import { mailWith } from '../support/mailbox.ts';
import { join, signIn, signOut, signUp } from '../support/people.ts';
import { newEmail, password } from '../support/suite.ts';

const another = 'seven lanterns in the old harbor';

after(Visitor.allLeave);

/** Sets two-step sign-in up on the page that is shown; the key of the app. */
async function setUpTwoStep({ page }: Visitor): Promise<string> {
  // The page before has a field of the same name.
  await page.getByRole('button', { name: 'Continue' }).waitFor();
  await page.getByLabel('Present password').fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
  const key = (await page.locator('code').innerText()).trim();
  await page.getByRole('textbox', { name: 'Code that the app shows' }).fill(codeFor(key));
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.getByRole('list', { name: 'Your recovery codes' }).waitFor();
  return key;
}

async function finishSetUp({ page }: Visitor): Promise<void> {
  await page.getByRole('checkbox', { name: 'I have kept these codes' }).check();
  await page.getByRole('button', { name: 'Finish' }).click();
}

journey('G1 G2 G3 a user changes his own profile, forwards his calls and reads what he has; more he is not offered', async () => {
  const admin = await Visitor.arrive();
  await signUp(admin, 'Harbor Light Books', 2);
  const user = await join(admin, 'José', 'Okafor', newEmail('jose'));
  const { page } = user;
  await page.getByRole('button', { name: /Account menu/ }).click();
  await page.getByRole('menuitem', { name: 'My settings' }).click();
  await page.getByRole('textbox', { name: 'Last name' }).fill('Okafor-Lind');
  await page.getByRole('textbox', { name: 'Mobile number' }).fill('+44 7400 123456');
  await page.getByText('Saved as +44 7400 123456').waitFor();
  await user.inspect('settings-profile');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your profile is saved').waitFor();
  await page.getByRole('button', { name: /José Okafor-Lind/ }).waitFor();
  assert.equal(await page.getByRole('navigation', { name: 'Main' }).count(), 0, 'a user has no pages of an admin');

  await page.getByRole('tab', { name: 'Phone' }).click();
  await page.getByText('Plus', { exact: true }).waitFor();
  await page.getByText('102', { exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'New PIN' }).fill('123456');
  await page.getByRole('button', { name: 'Save PIN' }).click();
  await page.getByText(/Do not count up or down/).waitFor();
  await page.getByRole('textbox', { name: 'New PIN' }).fill('482913');
  await page.getByRole('button', { name: 'Save PIN' }).click();
  await page.getByText('Your new voicemail PIN is saved').waitFor();
  await user.inspect('settings-phone');
  await page.getByRole('tab', { name: 'Incoming calls' }).click();
  await page.getByRole('radio', { name: /Yes/ }).check();
  await page.getByRole('textbox', { name: 'Forward to' }).fill('212 555 0187');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Your calls are forwarded to +1 212 555 0187').waitFor();
  await user.inspect('settings-incoming-calls');
  await page.setViewportSize({ width: 375, height: 800 });
  await user.inspect('settings-phone-narrow');
  await user.leave();
  await admin.leave();
});

journey('G1 A4 a changed password and ended sessions: other devices are out', async () => {
  const here = await Visitor.arrive();
  const email = await signUp(here, 'Harbor Light Books', 1);
  const there = await Visitor.arrive();
  await there.page.goto('/sign-in');
  await signIn(there, email);
  await there.page.getByRole('heading', { name: 'Users', exact: true }).waitFor();

  const { page } = here;
  await page.goto('/settings/sign-in');
  await page.getByText('This device').waitFor();
  await here.inspect('settings-sign-in');
  await page.getByRole('button', { name: /^Sign out Chrome/ }).click();
  await page.getByText(/Signed out on Chrome/).waitFor();
  await there.page.getByRole('textbox', { name: 'Search users' }).fill('ada');
  await there.page.getByText('Your session has ended. Please sign in again.').waitFor();
  await signIn(there, email);
  await there.page.getByRole('heading', { name: 'Users', exact: true }).waitFor();

  await page.getByLabel('Present password').fill('not the password');
  await page.getByLabel('New password').fill(another);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('This is not your present password.').waitFor();
  await page.getByLabel('Present password').fill(password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText(/Your password is changed/).waitFor();
  await mailWith(email, /password (was|has been) changed/i);
  await there.page.getByRole('textbox', { name: 'Search users' }).fill('ngata');
  await there.page.getByText('Your session has ended. Please sign in again.').waitFor();
  await signIn(there, email, another);
  await there.page.getByRole('heading', { name: 'Users', exact: true }).waitFor();
  await there.leave();
  await here.leave();
});

journey('Two-step sign-in: set up with an app, signed in by code and by recovery code, switched off', async () => {
  const admin = await Visitor.arrive();
  const email = await signUp(admin, 'Harbor Light Books', 1);
  const { page } = admin;
  await page.goto('/settings/sign-in');
  await page.getByRole('link', { name: 'Set up' }).click();
  const key = await setUpTwoStep(admin);
  await admin.inspect('two-step-recovery-codes');
  const recovery = await page.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem').first().innerText();
  await finishSetUp(admin);
  await page.getByText(/10 recovery codes are left/).waitFor();
  await signOut(admin);

  await signIn(admin, email);
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  await page.getByRole('textbox', { name: 'Code' }).fill('000000');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText(/This code is not right/).waitFor();
  await admin.inspect('second-step-refused');
  // The code of the set-up is used up: the next one is good already (one step of the clock is allowed).
  await page.getByRole('textbox', { name: 'Code' }).fill(codeFor(key, 1));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Users', exact: true }).waitFor();
  await signOut(admin);

  await signIn(admin, email);
  await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
  await page.getByRole('textbox', { name: 'Recovery code' }).fill(recovery.toLowerCase());
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Users', exact: true }).waitFor();
  await page.goto('/settings/sign-in');
  await page.getByText(/9 recovery codes are left/).waitFor();
  await page.getByRole('button', { name: 'New recovery codes' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(recovery);
  await dialog.getByRole('button', { name: 'Make new codes' }).click();
  await dialog.getByText(/This code is not right, or it was used before/).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await admin.leave();
});

journey('A company that requires two-step sign-in leads its admin to the set-up before all else', async () => {
  const admin = await Visitor.arrive();
  await signUp(admin, 'Harbor Light Books', 1);
  const { page } = admin;
  await page.getByRole('link', { name: 'Company security' }).click();
  await page.getByRole('switch', { name: 'Require two-step sign-in for admins' }).press('Space');
  await admin.inspect('require-two-step');
  await page.getByRole('button', { name: 'Require it' }).click();
  await page.getByRole('heading', { name: 'Set up two-step sign-in' }).waitFor();
  await page.goto('/users');
  await page.getByText(/Your company requires two-step sign-in for admins/).waitFor();
  await admin.inspect('two-step-required');
  await setUpTwoStep(admin);
  await finishSetUp(admin);
  await page.getByRole('heading', { name: 'Users', exact: true }).waitFor();
  await page.getByRole('row', { name: /Ada Ngata/ }).waitFor();
  await page.goto('/settings/sign-in');
  await page.getByText(/so it cannot be switched off/).waitFor();
  await admin.leave();
});
