import assert from 'node:assert/strict';
import { after } from 'node:test';
import { journey, Visitor } from '../support/browser.ts';
import { joinLink } from '../support/mailbox.ts';
import { fillPerson, signIn, signUp } from '../support/people.ts';
import { newEmail, password } from '../support/suite.ts';

after(Visitor.allLeave);

journey('C5 an invitation goes all the way: sign-up, Add Users, mail, password, sign-in', async () => {
  const admin = await Visitor.arrive();
  const { page } = admin;
  await page.goto('/sign-up');
  await page.getByRole('radio').first().waitFor();
  await admin.inspect('sign-up');
  await signUp(admin, 'Harbor Light Books', 2);
  const own = page.getByRole('row', { name: /Ada Ngata/ });
  await own.getByText('101').waitFor();
  await own.getByText('Admin', { exact: true }).waitFor();
  await page.getByText('1 open slot').waitFor();
  await admin.inspect('users-of-a-new-company');

  const jose = newEmail('jose');
  const mei = newEmail('mei');
  await page.getByRole('tab', { name: 'Add Users' }).click();
  await fillPerson(admin, 1, 'José', 'Okafor', jose);
  await page.getByRole('button', { name: 'Add row' }).click();
  await fillPerson(admin, 2, 'Mei', 'Tanaka', mei);
  await page.getByRole('button', { name: 'Add and pay $19.99/month' }).click();
  await page.getByText('Please agree to the charge first.').waitFor();
  await page.getByRole('checkbox', { name: /\$19.99/ }).check();
  await admin.inspect('add-users');
  await page.getByRole('button', { name: 'Add and pay $19.99/month' }).click();
  await page.getByText('2 people invited').waitFor();
  assert.equal(await page.getByText('Enter a first name.').count(), 0, 'a new row is not complained about');
  await admin.inspect('people-invited');
  await page.getByRole('button', { name: 'See all users' }).click();
  const row = page.getByRole('row', { name: /José Okafor/ });
  await row.getByText('Has not yet joined').waitFor();
  await row.getByText(/^10[23]$/).waitFor();
  await row.getByText(/^\d{3} \d{3} \d{4}$/).waitFor();
  await admin.inspect('users-with-invitations');

  const person = await Visitor.arrive();
  await person.page.goto(await joinLink(jose));
  await person.page.getByRole('button', { name: 'Join Harbor Light Books' }).waitFor();
  assert.ok(!person.page.url().includes('#'), 'the link leaves the address bar');
  await person.inspect('join');
  await person.page.getByLabel('Password', { exact: true }).fill(password);
  await person.page.getByRole('button', { name: 'Join Harbor Light Books' }).click();
  await person.page.getByText('You are all set').waitFor();
  await person.inspect('joined');
  await signIn(person, jose);
  await person.page.getByRole('heading', { name: 'Welcome, José' }).waitFor();
  await person.inspect('welcome');
  await person.page.goto('/users');
  await person.page.getByText('The page you asked for is for admins only.').waitFor();

  await page.reload();
  await row.getByText('Active').waitFor();
  await person.leave();
  await admin.leave();
});

journey('D4 a link that was used says so and offers the way to sign in', async () => {
  const admin = await Visitor.arrive();
  await signUp(admin, 'Harbor Light Books', 2);
  const email = newEmail('twice');
  await admin.page.getByRole('tab', { name: 'Add Users' }).click();
  await fillPerson(admin, 1, 'Ruth', 'Twice', email);
  await admin.page.getByRole('button', { name: 'Invite', exact: true }).click();
  await admin.page.getByText('1 person invited').waitFor();
  const link = await joinLink(email);
  const person = await Visitor.arrive();
  await person.page.goto(link);
  await person.page.getByLabel('Password', { exact: true }).fill(password);
  await person.page.getByRole('button', { name: /^Join/ }).click();
  await person.page.getByText('You are all set').waitFor();
  const again = await Visitor.arrive();
  await again.page.goto(link);
  await again.page.getByRole('heading', { name: 'You have already joined' }).waitFor();
  await again.inspect('link-used');
  await again.page.getByRole('link', { name: 'Go to sign-in' }).click();
  await signIn(again, email);
  await again.page.getByRole('heading', { name: 'Welcome, Ruth' }).waitFor();
  await again.leave();
  await person.leave();
  await admin.leave();
});
