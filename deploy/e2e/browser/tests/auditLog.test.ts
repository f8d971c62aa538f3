import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after } from 'node:test';
import { journey, Visitor } from '../support/browser.ts';
import { join, signUp } from '../support/people.ts';
import { newEmail } from '../support/suite.ts';

after(Visitor.allLeave);

journey('H2 the audit log tells who did what, is filtered, and is exported', async () => {
  const admin = await Visitor.arrive();
  await signUp(admin, 'Harbor Light Books', 2);
  const user = await join(admin, 'José', 'Okafor', newEmail('jose'));
  await user.page.goto('/settings');
  await user.page.getByRole('textbox', { name: 'Mobile number' }).fill('+44 7400 123456');
  await user.page.getByRole('button', { name: 'Save' }).click();
  await user.page.getByText('Your profile is saved').waitFor();
  await user.page.goto('/audit');
  await user.page.getByText('The page you asked for is for admins only.').waitFor();

  const { page } = admin;
  await page.getByRole('link', { name: 'Audit log' }).click();
  for (const sentence of [
    'José Okafor changed their own profile: mobile number',
    'José Okafor signed in',
    'José Okafor joined',
    'Ada Ngata invited José Okafor on Plus',
    'Ada Ngata signed the company up',
  ]) {
    await page.getByText(sentence).first().waitFor();
  }
  await page.getByRole('row', { name: /José Okafor changed/ }).getByRole('button', { name: 'Details' }).click();
  await page.getByText(/^Chrome on/).first().waitFor();
  await admin.inspect('audit-log');

  await page.getByRole('combobox', { name: 'Done by' }).fill('okafor');
  await page.getByRole('option', { name: /José Okafor/ }).click();
  await page.getByText('Ada Ngata invited José Okafor on Plus').waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'Action' }).selectOption('user.changed');
  await page.getByText('José Okafor signed in').waitFor({ state: 'detached' });
  await page.getByText('José Okafor changed their own profile: mobile number').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export as CSV' }).click()]);
  const csv = readFileSync(await download.path(), 'utf8');
  assert.match(csv, /user\.changed/);
  assert.doesNotMatch(csv, /user\.invited/);

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByText('Ada Ngata signed the company up').waitFor();
  await page.getByRole('combobox', { name: 'Action' }).selectOption('user.restored');
  await page.getByRole('heading', { name: 'No entries' }).waitFor();
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto('/audit');
  await page.getByText('José Okafor joined').waitFor();
  await admin.inspect('audit-log-narrow');
  await user.leave();
  await admin.leave();
});
