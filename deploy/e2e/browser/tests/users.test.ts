import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { journey, Visitor } from '../support/browser.ts';
import { fillPerson, signUp } from '../support/people.ts';
import { newEmail } from '../support/suite.ts';

let admin: Visitor;
before(async () => {
  admin = await Visitor.arrive();
  await signUp(admin, 'Harbor Light Books', 6);
  const { page } = admin;
  await page.getByRole('tab', { name: 'Add Users' }).click();
  const people = [['Åsa', 'Öberg'], ['Zoë', 'Adler'], ['Omar', 'Haddad'], ['Lin', 'Chen']] as const;
  for (const [index, [first, last]] of people.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add row' }).click();
    await fillPerson(admin, index + 1, first, last, newEmail(`person${index}`));
  }
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByText('4 people invited').waitFor();
  await page.getByRole('button', { name: 'See all users' }).click();
  await page.getByText('5 users').waitFor();
});
after(Visitor.allLeave);

journey('B3 search finds without accents and by extension, and tells when there is nothing', async () => {
  const { page } = admin;
  const search = page.getByRole('textbox', { name: 'Search users' });
  await search.fill('oberg');
  await page.getByRole('row', { name: /Åsa Öberg/ }).waitFor();
  await page.getByRole('row', { name: /Lin Chen/ }).waitFor({ state: 'detached' });
  await search.fill('101');
  await page.getByRole('row', { name: /Ada Ngata/ }).waitFor();
  await search.fill('nobody at all');
  await page.getByRole('heading', { name: 'No users found' }).waitFor();
  await admin.inspect('nobody-found');
  await search.fill('');
  await page.getByRole('row', { name: /Lin Chen/ }).waitFor();
});

journey('B4 filter by status and sort by name both ways, kept over a reload', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'Filter by status' }).click();
  await page.getByRole('checkbox', { name: /not yet joined/i }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /Ada Ngata/ }).waitFor({ state: 'detached' });
  await page.getByRole('columnheader', { name: /Name/ }).getByRole('button').click();
  await page.getByRole('row').nth(1).getByText('Öberg').waitFor();
  await page.reload();
  await page.getByRole('row').nth(1).getByText('Öberg').waitFor();
  await page.goto('/users');
  await page.getByRole('row', { name: /Ada Ngata/ }).waitFor();
});

journey('B1 F6 the bridge id opens a page in a tab of its own: video, audio, dashboard', async () => {
  const [tab] = await Promise.all([
    admin.page.context().waitForEvent('page'),
    admin.page.getByRole('link', { name: /^Conference bridge of/ }).first().click(),
  ]);
  await tab.getByRole('heading', { level: 1, name: /onference bridge/ }).waitFor();
  const video = tab.getByRole('link', { name: /Start video call/ });
  await video.waitFor();
  assert.match((await video.getAttribute('href')) ?? '', /^https:\/\/meet\.jit\.si\/switchboard-[2-9]\d{9}$/);
  await tab.getByRole('link', { name: /\+1 800/ }).waitFor();
  await tab.getByRole('button', { name: 'Copy number and ID' }).click();
  await tab.getByRole('status').getByText(/opied|by hand/).waitFor();
  const address = new URL(tab.url()).pathname;
  await tab.close();
  await admin.page.goto(address);
  await admin.page.getByRole('link', { name: /Start video call/ }).waitFor();
  await admin.inspect('bridge');
  await admin.page.goto('/users');
});

journey('B5 an open slot leads to Add Users with its plan', async () => {
  const { page } = admin;
  await page.goto('/users');
  await page.getByRole('link', { name: 'Invite' }).first().click();
  await page.getByRole('group', { name: 'Person 1' }).waitFor();
});

journey('The list fits a narrow window and is worked by keyboard', async () => {
  const { page } = admin;
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto('/users');
  await page.getByText('Lin Chen').waitFor();
  await admin.inspect('users-narrow');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('tab', { name: 'Manage Users' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Person 1' }).waitFor();
});

journey('When the service is away the page says so, and Try again brings the list back', async () => {
  const { page } = admin;
  await page.route('**/api/v1/users?**', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      headers: { 'Retry-After': '1' },
      body: JSON.stringify({ type: 'about:blank', title: 'Unavailable', status: 503, code: 'service.unavailable' }),
    }),
  );
  await page.goto('/users');
  await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 40_000 });
  await admin.inspect('users-unavailable');
  await page.unroute('**/api/v1/users?**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('row', { name: /Lin Chen/ }).waitFor();
});
