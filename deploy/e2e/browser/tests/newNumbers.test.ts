import { after, before } from 'node:test';
import { journey, Visitor } from '../support/browser.ts';
import { signUp } from '../support/people.ts';

let admin: Visitor;
before(async () => {
  admin = await Visitor.arrive();
  await signUp(admin, 'Lantern Street Bakery', 2);
});
after(Visitor.allLeave);

/** One of the numbers on offer; another one when somebody else's test has just taken it. */
async function chooseNumber(): Promise<void> {
  const dialog = admin.page.getByRole('dialog');
  const offered = dialog.getByRole('radio', { name: /\(\d{3}\) 555-01\d{2}/ });
  await offered.first().waitFor();
  for (let tries = 0; tries < 5; tries++) {
    await offered.nth(Math.floor(Math.random() * (await offered.count()))).check();
    const reserved = dialog.getByText(/Reserved for your company until/);
    await reserved.or(dialog.getByText('Somebody else has just got this number')).first().waitFor();
    if (await reserved.isVisible()) return;
  }
  throw new Error('every number on offer is taken');
}

journey('B7 the plus sign: the price is said, a new number is ordered and is the user’s at once', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'Give Ada Ngata a direct number' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Included in Plus/).waitFor();
  await dialog.getByText('Your company has no unassigned number.').waitFor();
  await admin.inspect('number-plus');
  await dialog.getByRole('button', { name: 'Get new number' }).click();
  await dialog.getByRole('textbox', { name: 'City' }).fill('Chicago');
  await dialog.getByText('Chicago, IL').first().waitFor();
  await chooseNumber();
  await admin.inspect('number-plus-new');
  await dialog.getByRole('button', { name: 'Order and assign' }).click();
  await page.getByText(/Ada Ngata has the number/).waitFor();
  await page.getByRole('row', { name: /Ada Ngata/ }).getByText(/^\(\d{3}\) 555-01\d{2}$/).waitFor();
});

journey('F1 F2 a number for the pool: ordered at its price, led elsewhere, released and taken back', async () => {
  const { page } = admin;
  await page.getByRole('link', { name: 'Numbers' }).click();
  await page.getByRole('row', { name: /Company main number/ }).waitFor();
  await page.getByRole('button', { name: 'Get new number' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('$4.99 a month').waitFor();
  await chooseNumber();
  await admin.inspect('number-new');
  await dialog.getByRole('button', { name: 'Order number' }).click();
  await page.getByText(/is your company’s$/).waitFor();
  await page.getByRole('row', { name: /Unassigned/ }).waitFor();
  await admin.inspect('numbers-ordered');

  const main = page.getByRole('row', { name: /Company main number/ });
  await main.getByRole('button', { name: /^Change where calls/ }).click();
  await dialog.getByRole('radio', { name: 'To a number outside the company' }).check();
  await dialog.getByRole('textbox', { name: 'Forward to' }).fill('911');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText(/emergency number/).waitFor();
  await admin.inspect('number-destination');
  await dialog.getByRole('radio', { name: 'To the voicemail of a user' }).check();
  await dialog.getByRole('combobox', { name: 'User' }).fill('Ada');
  await page.getByRole('option', { name: /Ada Ngata/ }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await main.getByText('Voicemail of Ada Ngata').waitFor();

  await page.getByRole('button', { name: /^Release \(/ }).click();
  await dialog.getByText(/take it back for 90 days/).waitFor();
  await admin.inspect('number-release');
  await dialog.getByRole('button', { name: 'Release', exact: true }).click();
  await page.getByRole('row', { name: /yours to take back until/ }).waitFor();
  await page.getByRole('button', { name: /^Take \(.*back$/ }).click();
  await dialog.getByText(/for \$4\.99 a month/).waitFor();
  await dialog.getByRole('button', { name: 'Take back', exact: true }).click();
  await page.getByText(/is your company’s again$/).first().waitFor();
  await page.getByRole('row', { name: /Unassigned/ }).waitFor();
});

journey('F4 F5 phone settings: where extensions begin, what is reserved, and countries', async () => {
  const { page } = admin;
  await page.getByRole('link', { name: 'Phone settings' }).click();
  const begin = page.getByRole('textbox', { name: 'Extensions begin at' });
  await begin.waitFor();
  await begin.fill('2000');
  await page.getByRole('button', { name: 'Add a range' }).click();
  await page.getByRole('textbox', { name: 'From' }).fill('2000');
  await page.getByRole('textbox', { name: 'To' }).fill('2049');
  await page.getByRole('combobox', { name: 'Add a country' }).fill('Cana');
  await page.getByRole('option', { name: 'Canada' }).click();
  await admin.inspect('phone-settings');
  await page.getByRole('button', { name: 'Save extensions' }).click();
  await page.getByText('Phone settings are saved').first().waitFor();
  await page.reload();
  await page.getByRole('textbox', { name: 'To', exact: true }).waitFor();
  await page.setViewportSize({ width: 375, height: 800 });
  await admin.inspect('phone-settings-narrow');
});
