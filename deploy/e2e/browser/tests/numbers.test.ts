import { after, before } from 'node:test';
import { journey, Visitor } from '../support/browser.ts';
import { signUp } from '../support/people.ts';

let admin: Visitor;
before(async () => {
  admin = await Visitor.arrive();
  await signUp(admin, 'Harbor Light Books', 2);
});
after(Visitor.allLeave);

journey('F1 B8 the company main number is unassigned, becomes a direct number, and is unassigned again', async () => {
  const { page } = admin;
  await page.getByRole('link', { name: 'Numbers' }).click();
  await page.getByRole('row', { name: /Company main number/ }).waitFor();
  await admin.inspect('numbers');
  await page.getByRole('button', { name: /^Unassign \(/ }).click();
  await page.getByText(/Callers no longer reach your company/).waitFor();
  await admin.inspect('number-unassign');
  await page.getByRole('dialog').getByRole('button', { name: 'Unassign', exact: true }).click();
  await page.getByText(/is unassigned$/).first().waitFor();

  await page.getByRole('button', { name: /^Assign \(/ }).click();
  await page.getByRole('combobox', { name: 'User' }).fill('Ada');
  await page.getByRole('option', { name: /Ada Ngata/ }).waitFor();
  await admin.inspect('number-assign');
  await page.getByRole('option', { name: /Ada Ngata/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Assign', exact: true }).click();
  await page.getByText(/is assigned$/).first().waitFor();
  await page.getByRole('row', { name: /Direct number.*Ada Ngata/ }).waitFor();
  await admin.inspect('number-assigned');

  await page.getByRole('link', { name: 'Users' }).click();
  await page.getByRole('row', { name: /Ada Ngata/ }).getByText(/^\(\d{3}\) 555-01\d{2}$/).waitFor();
  await page.getByRole('link', { name: 'Numbers' }).click();
  await page.getByRole('button', { name: 'Unassigned', exact: true }).click();
  await page.getByRole('heading', { name: 'No numbers found' }).waitFor();
  await admin.inspect('numbers-none-found');
  await page.setViewportSize({ width: 375, height: 800 });
  await page.getByRole('button', { name: 'Show all numbers' }).click();
  await page.getByRole('row', { name: /Ada Ngata/ }).waitFor();
  await admin.inspect('numbers-narrow');
});
