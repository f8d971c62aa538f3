import { after, before } from 'node:test';
import { journey, Visitor } from '../support/browser.ts';
import { signUp } from '../support/people.ts';

let admin: Visitor;
before(async () => {
  admin = await Visitor.arrive();
  await signUp(admin, 'Quayside Ceramics', 2);
});
after(Visitor.allLeave);

journey('B6 E6 another plan is chosen at its price, and the Billing page shows what it did', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: /^Plan of Ada Ngata/ }).click();
  await page.getByRole('option', { name: 'Pro' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change Ada Ngata to Pro?' });
  await dialog.getByText(/\$10\.00 more:/).first().waitFor();
  await admin.inspect('plan-change');
  await dialog.getByRole('button', { name: 'Change plan' }).click();
  await page.getByText(/Ada Ngata now has Pro/).waitFor();
  await page.getByRole('button', { name: 'Plan of Ada Ngata: Pro' }).waitFor();

  await page.getByRole('link', { name: 'Billing' }).click();
  await page.getByRole('heading', { name: 'Your next statement' }).waitFor();
  await page.getByRole('row', { name: /Pro · Ada Ngata/ }).waitFor();
  await page.getByRole('row', { name: /Credit: Plus · Ada Ngata/ }).waitFor();
  await admin.inspect('billing');
  await page.setViewportSize({ width: 375, height: 800 });
  await admin.inspect('billing-narrow');
  await page.setViewportSize({ width: 1280, height: 800 });
  const past = page.getByRole('grid', { name: 'Past statements' });
  await past.getByRole('row', { name: /\$39\.98/ }).getByRole('link').first().click();
  await page.getByRole('heading', { name: /^Statement for / }).waitFor();
  await page.getByRole('grid', { name: /^In advance/ }).waitFor();
  await admin.inspect('statement');
  await page.getByRole('link', { name: 'Back to Billing' }).click();
  await past.waitFor();
  await page.getByRole('tab', { name: 'Usage' }).click();
  await page.getByRole('heading', { name: 'No calls yet' }).waitFor();
  await admin.inspect('usage-none');

  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByRole('button', { name: /^Plan of Ada Ngata/ }).click();
  await page.getByRole('option', { name: 'Plus' }).click();
  await page.getByText(/Video meetings with HIPAA/).waitFor();
  await admin.inspect('plan-change-losses');
  await page.getByRole('dialog').getByRole('button', { name: 'Change plan' }).click();
  await page.getByRole('button', { name: 'Plan of Ada Ngata: Plus' }).waitFor();
  await page.getByRole('link', { name: 'Billing' }).click();
  await page.getByRole('heading', { name: 'Your next statement' }).waitFor();
  await page.getByRole('row', { name: /Credit/ }).waitFor({ state: 'detached' });
});
