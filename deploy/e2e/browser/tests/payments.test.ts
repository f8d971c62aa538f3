import { after, before } from 'node:test';
import { journey, Visitor } from '../support/browser.ts';
import { signUp } from '../support/people.ts';

let admin: Visitor;
before(async () => {
  admin = await Visitor.arrive();
  await signUp(admin, 'Lantern & Sons', 1);
  await admin.page.getByRole('link', { name: 'Billing' }).click();
});
after(Visitor.allLeave);

/** Enters a test card at the provider's page, where the console has led to. */
async function enterCard(number: string): Promise<void> {
  const { page } = admin;
  await page.getByLabel('Card number').fill(number);
  await page.getByLabel('Expiry').fill('12/34');
  await page.getByLabel('Security code').fill('123');
  await page.getByRole('button', { name: 'Save card' }).click();
  await page.getByText('Your card was saved').first().waitFor();
}

journey('E7 a card that is declined, another that the bank asks about, and a paid statement', async () => {
  const { page } = admin;
  await page.getByRole('heading', { name: 'Payment method' }).waitFor();
  await page.getByText('No card has been added yet.').waitFor();
  await page.getByText(/^(Info alert:)?Add a card to pay/).first().waitFor();
  await admin.inspect('payment-no-card');

  await page.getByRole('button', { name: 'Add card' }).first().click();
  await page.getByLabel('Card number').waitFor();
  await admin.inspect('payment-card-page');
  await enterCard('4000 0000 0000 0341');
  await page.getByText(/Visa ending in 0341/).first().waitFor();
  await page.getByText(/A payment has failed:/).first().waitFor();
  await admin.inspect('payment-declined');

  const past = page.getByRole('grid', { name: 'Past statements' });
  await past.getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByRole('button', { name: /^Pay \$/ }).click();
  await page.getByText(/The bank declined the card\. Try again/).waitFor();
  await admin.inspect('payment-pay-declined');

  await page.getByRole('link', { name: 'Back to Billing' }).click();
  await page.getByRole('button', { name: 'Replace card' }).click();
  await enterCard('4000 0027 6000 3184');
  await past.getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByText(/The bank wants you to confirm/).first().waitFor();
  await page.getByRole('button', { name: /^Pay \$/ }).click();
  await page.getByRole('button', { name: 'Confirm' }).waitFor();
  await admin.inspect('payment-bank-page');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('Paid on').first().waitFor();
  await admin.inspect('payment-paid');

  await page.getByRole('link', { name: 'Back to Billing' }).click();
  await past.getByText('Paid', { exact: true }).waitFor();
  await admin.inspect('payment-billing');
  await page.setViewportSize({ width: 375, height: 800 });
  await admin.inspect('payment-billing-narrow');
  await page.setViewportSize({ width: 1280, height: 800 });
});
