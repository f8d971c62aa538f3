import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { journey, Visitor } from '../support/browser.ts';
import { joinLink, mailWith, resetLink } from '../support/mailbox.ts';
import { choose, fillPerson, join, signIn, signUp } from '../support/people.ts';
import { newEmail } from '../support/suite.ts';

const emails = { omar: newEmail('omar'), lin: newEmail('lin'), zoe: newEmail('zoe') };
const size = { width: 1280, height: 1000 };
let admin: Visitor;
let adminEmail: string;
/** Omar's own window: what is done to him shows there. */
let omar: Visitor;

before(async () => {
  admin = await Visitor.arrive();
  // High enough for a menu below the last row: above it, it would lie over the table's head.
  await admin.page.setViewportSize(size);
  adminEmail = await signUp(admin, 'Harbor Light Books', 4);
  const { page } = admin;
  await page.getByRole('tab', { name: 'Add Users' }).click();
  const people = [['Lin', 'Chen', emails.lin], ['Zoë', 'Adler', emails.zoe]] as const;
  for (const [index, [first, last, email]] of people.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add row' }).click();
    await fillPerson(admin, index + 1, first, last, email);
  }
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByText('2 people invited').waitFor();
  omar = await join(admin, 'Omar', 'Haddad', emails.omar);
  await page.goto('/users');
  await row('Omar Haddad').getByText('Active').waitFor();
  await row('Lin Chen').getByText('Invite sent').waitFor();
  await row('Zoë Adler').getByText('Invite sent').waitFor();
});
after(Visitor.allLeave);

function row(name: string) {
  return admin.page.getByRole('row', { name: new RegExp(name) });
}

const dialog = () => admin.page.getByRole('dialog');
const message = (text: string | RegExp) => admin.page.getByRole('list', { name: 'Messages' }).getByText(text).first().waitFor();

async function gone() {
  await dialog().waitFor({ state: 'detached' });
}

/** The focus is where the person was before. */
async function menuHasFocus(name: string) {
  await admin.page.waitForFunction((label) => document.activeElement?.getAttribute('aria-label') === label, `Actions for ${name}`);
}

/** What the menu of a row offers, in its order; what cannot be done in brackets. */
async function menuOf(name: string): Promise<string[]> {
  const { page } = admin;
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem').first().waitFor();
  const items = await page.getByRole('menuitem').evaluateAll((all) =>
    all.map((item) => {
      const text = item.querySelector('.pf-v6-c-menu__item-text')?.textContent ?? '';
      return item.getAttribute('aria-disabled') === 'true' ? `(${text})` : text;
    }),
  );
  await admin.inspect(`menu-${name.replaceAll(/\W+/g, '-')}`);
  await page.keyboard.press('Escape');
  await menuHasFocus(name);
  return items;
}

journey('D the menu differs for oneself, a user and one who has not joined', async () => {
  assert.deepEqual(await menuOf('Ada Ngata'), ['Edit user', 'Set up call forwarding', 'Reset password', '(Suspend)', 'Advanced settings', '(Delete user)']);
  assert.deepEqual(await menuOf('Omar Haddad'), ['Edit user', 'Set up call forwarding', 'Reset password', 'Suspend', 'Advanced settings', 'Delete user']);
  assert.deepEqual(await menuOf('Lin Chen'), ['Edit user', 'Set up call forwarding', 'Resend invite', 'Advanced settings', 'Delete user']);
});

journey('D1 edit user by keyboard: names, mobile and PIN; the row shows it at once', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'Actions for Omar Haddad' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.textContent === 'Edit user');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'First name' }).waitFor();
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement && document.activeElement.value === 'Omar');
  await admin.inspect('edit-user');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Omar S.');
  await page.getByRole('textbox', { name: 'Mobile number' }).fill('212 555 0187');
  await page.getByText('Saved as +1 212 555 0187').waitFor();
  await page.getByRole('textbox', { name: 'Voicemail PIN' }).fill('123456');
  await page.keyboard.press('Enter');
  await page.getByText('Do not count up or down').waitFor();
  await admin.inspect('edit-user-refused');
  await page.getByRole('textbox', { name: 'Voicemail PIN' }).fill('842657');
  await page.keyboard.press('Enter');
  await message('Omar S. Haddad is saved');
  await menuHasFocus('Omar S. Haddad');

  await choose(admin, 'Omar S. Haddad', 'Edit user');
  assert.equal(await page.getByRole('textbox', { name: 'Mobile number' }).inputValue(), '(212) 555-0187');
  assert.equal(await page.getByRole('textbox', { name: 'New voicemail PIN' }).inputValue(), '', 'a PIN is never shown');
  await page.getByRole('checkbox', { name: 'Remove the voicemail PIN' }).check();
  await page.getByRole('textbox', { name: 'First name' }).fill('Omar');
  await page.getByRole('button', { name: 'Save' }).click();
  await message('Omar Haddad is saved');
});

journey('D1 two people edit at once: the second is told and nothing is overwritten', async () => {
  const other = await Visitor.arrive();
  await other.page.goto('/sign-in');
  await signIn(other, adminEmail);
  await other.page.getByRole('row', { name: /Omar Haddad/ }).waitFor();
  await choose(admin, 'Omar Haddad', 'Edit user');
  await choose(other, 'Omar Haddad', 'Edit user');
  await other.page.getByRole('textbox', { name: 'Last name' }).fill('Haddad-Lee');
  await other.page.getByRole('button', { name: 'Save' }).click();
  await other.page.getByText('Omar Haddad-Lee is saved').waitFor();
  await other.leave();

  const { page } = admin;
  await page.getByRole('textbox', { name: 'First name' }).fill('Umar');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Changed meanwhile').waitFor();
  await page.getByText('Now: Haddad-Lee').waitFor();
  await admin.inspect('changed-meanwhile');
  await page.getByRole('button', { name: 'Save my changes' }).click();
  await message('Umar Haddad-Lee is saved');
  await row('Umar Haddad-Lee').waitFor();

  await choose(admin, 'Umar Haddad-Lee', 'Edit user');
  await page.getByRole('textbox', { name: 'First name' }).fill('Omar');
  await page.getByRole('textbox', { name: 'Last name' }).fill('Haddad');
  await page.getByRole('button', { name: 'Save' }).click();
  await message('Omar Haddad is saved');
  await gone();
});

journey('D3 reset password: the mail comes, and until the link is used nothing changes', async () => {
  const { page } = admin;
  await choose(admin, 'Omar Haddad', 'Reset password');
  await admin.inspect('reset-password');
  await page.getByRole('button', { name: 'Send link' }).click();
  await message(`A link to set a new password is on its way to ${emails.omar}`);
  await menuHasFocus('Omar Haddad');
  const link = await resetLink(emails.omar);
  await omar.page.reload();
  await omar.page.getByRole('heading', { name: /^Welcome/ }).waitFor();

  await choose(admin, 'Omar Haddad', 'Reset password');
  await page.getByRole('button', { name: 'Send link' }).click();
  assert.notEqual(await resetLink(emails.omar, link), link);
});

journey('D5 suspend and reactivate: sessions die, sign-in is refused, and then it works again', async () => {
  const { page } = admin;
  await choose(admin, 'Omar Haddad', 'Suspend');
  await admin.inspect('suspend');
  await page.getByRole('button', { name: 'Suspend', exact: true }).click();
  await message('Omar Haddad is suspended');
  await row('Omar Haddad').getByText('Suspended', { exact: true }).waitFor();
  await admin.inspect('suspended');
  await omar.page.reload();
  await omar.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await signIn(omar, emails.omar);
  await omar.page.getByRole('alert').waitFor();

  await choose(admin, 'Omar Haddad', 'Reactivate');
  await admin.inspect('reactivate');
  await page.getByRole('button', { name: 'Reactivate', exact: true }).click();
  await message('Omar Haddad is active again');
  await row('Omar Haddad').getByText('Active', { exact: true }).waitFor();
  await row('Omar Haddad').getByText('Plus').waitFor();
  await signIn(omar, emails.omar);
  await omar.page.getByRole('heading', { name: /^Welcome/ }).waitFor();
});

journey('D7 advanced settings: refusals are explained, and a new extension is in the row at once', async () => {
  const { page } = admin;
  await choose(admin, 'Omar Haddad', 'Advanced settings');
  const extension = page.getByRole('textbox', { name: 'Extension' });
  await extension.waitFor();
  await admin.inspect('advanced-settings');
  for (const [typed, why] of [['12', /does not begin with 0/], ['911', /reserved/], ['101', /Somebody in your company/]] as const) {
    await extension.fill(typed);
    await page.getByRole('button', { name: 'Save' }).click();
    await dialog().getByText(why).waitFor();
  }
  await admin.inspect('advanced-settings-refused');
  await extension.fill('4417');
  await page.getByRole('button', { name: 'Save' }).click();
  await message('Omar Haddad now has extension 4417');
  await row('Omar Haddad').getByText('4417').waitFor();
  await page.reload();
  await row('Omar Haddad').getByText('4417').waitFor();
});

journey('D2 F5 call forwarding: refusals are explained, it is saved, mailed and taken away again', async () => {
  const { page } = admin;
  await choose(admin, 'Omar Haddad', 'Set up call forwarding');
  await page.getByRole('radio', { name: 'No', exact: true }).waitFor();
  await admin.inspect('call-forwarding-off');
  await page.getByRole('radio', { name: /Yes/ }).check();
  const number = page.getByRole('textbox', { name: 'Forward to' });
  const refusals = [
    ['911', /emergency/],
    ['*72 212 555 0187', /codes such as/],
    ['900 234 5678', /cost extra/],
    ['212 555 0187, 212 555 0188', /one number only/],
  ] as const;
  for (const [typed, why] of refusals) {
    await number.fill(typed);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog().getByText(why).waitFor();
  }
  await admin.inspect('call-forwarding-refused');
  await number.fill('tel:+1-212-555-0187');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await message('Calls to Omar Haddad are forwarded to +1 212 555 0187');
  await menuHasFocus('Omar Haddad');
  await mailWith(emails.omar, /Your calls are now forwarded/);
  await mailWith(emails.omar, /\+12125550187/);

  await choose(admin, 'Omar Haddad', 'Set up call forwarding');
  await page.getByText('Call screening is always on.').waitFor();
  await admin.inspect('call-forwarding-on');
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await message('Calls to Omar Haddad are not forwarded');
  await mailWith(emails.omar, /Your calls are no longer forwarded/);
});

journey('D4 resend invite: too soon is counted down, then a new link goes out and the old one is void', async () => {
  const { page } = admin;
  const old = await joinLink(emails.lin);
  await choose(admin, 'Lin Chen', 'Resend invite');
  const send = page.getByRole('button', { name: 'Send invite' });
  await send.click();
  const sent = page.getByText(`A new invite is on its way to ${emails.lin}`);
  const tooSoon = page.getByText(/You can try again in/);
  await sent.or(tooSoon).first().waitFor();
  if (await tooSoon.isVisible()) {
    await admin.inspect('resend-too-soon');
    await tooSoon.waitFor({ state: 'detached', timeout: 70_000 });
    await send.click();
    await sent.waitFor();
  }
  await menuHasFocus('Lin Chen');
  const link = await joinLink(emails.lin, old);
  const person = await Visitor.arrive();
  await person.page.goto(old);
  await person.page.getByRole('heading', { name: 'There is a newer invitation' }).waitFor();
  await person.leave();
  const again = await Visitor.arrive();
  await again.page.goto(link);
  await again.page.getByRole('button', { name: 'Join Harbor Light Books' }).waitFor();
  await again.leave();
});

journey('C4 another address of an invited person: the old link is void, the new address has a new one', async () => {
  const { page } = admin;
  const old = await joinLink(emails.zoe);
  const moved = newEmail('zoe.moved');
  await choose(admin, 'Zoë Adler', 'Edit user');
  await page.getByRole('textbox', { name: 'Email', exact: true }).fill(adminEmail);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('This email address is already in use.').waitFor();
  await page.getByRole('textbox', { name: 'Email', exact: true }).fill(moved);
  await page.getByRole('button', { name: 'Save' }).click();
  await message(`Zoë Adler is saved and a new invite is on its way to ${moved}`);
  await row('Zoë Adler').getByText(moved).waitFor();
  await joinLink(moved);
  const person = await Visitor.arrive();
  await person.page.goto(old);
  await person.page.getByRole('heading', { name: 'There is a newer invitation' }).waitFor();
  await person.leave();
});

journey('D6 delete and undo: he vanishes, his sessions die, and he comes back as he was', async () => {
  const { page } = admin;
  await choose(admin, 'Omar Haddad', 'Delete user');
  await page.getByRole('radio', { name: 'Give to another user' }).first().check();
  await page.getByRole('combobox', { name: 'Who gets the messages' }).fill('ngata');
  await page.getByRole('option', { name: /Ada Ngata/ }).click();
  await page.getByText('Its $19.99 a month is no longer charged.').waitFor();
  await admin.inspect('delete-user');
  await page.getByRole('button', { name: 'Delete user' }).click();
  await message('Omar Haddad was deleted');
  await gone();
  await row('Omar Haddad').waitFor({ state: 'detached' });
  await page.getByText('3 users').waitFor();
  await admin.inspect('deleted');
  await omar.page.reload();
  await omar.page.getByRole('heading', { name: 'Sign in' }).waitFor();

  await page.getByRole('button', { name: 'Undo: bring Omar Haddad back' }).click();
  await message('Omar Haddad is back');
  await row('Omar Haddad').getByText('4417').waitFor();
  await row('Omar Haddad').getByText('Active', { exact: true }).waitFor();
  await row('Omar Haddad').getByText('Plus').waitFor();
  await signIn(omar, emails.omar);
  await omar.page.getByRole('heading', { name: /^Welcome/ }).waitFor();
});

journey('D6 the slot that was kept is somebody else’s by now: Undo asks for consent to the price', async () => {
  const { page } = admin;
  await choose(admin, 'Omar Haddad', 'Delete user');
  await page.getByRole('radio', { name: /Keep the slot open/ }).check();
  await page.getByRole('button', { name: 'Delete user' }).click();
  await message('Omar Haddad was deleted');
  await page.getByText('1 open slot').waitFor();
  await page.getByRole('tab', { name: 'Add Users' }).click();
  await fillPerson(admin, 1, 'Ruth', 'Quick', newEmail('ruth'));
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByText('1 person invited').waitFor();

  await page.getByRole('button', { name: 'Undo: bring Omar Haddad back' }).click();
  await page.getByRole('dialog', { name: 'Bring Omar Haddad back for $19.99 a month?' }).waitFor();
  await admin.inspect('undo-consent');
  await page.getByRole('button', { name: 'Bring back and pay $19.99/month' }).click();
  await message('Omar Haddad is back');
  await page.getByRole('tab', { name: 'Manage Users' }).click();
  await row('Omar Haddad').getByText('Plus').waitFor();
});

journey('D the dialogs fit a narrow window', async () => {
  const { page } = admin;
  await page.setViewportSize({ width: 375, height: 700 });
  for (const action of ['Edit user', 'Set up call forwarding', 'Advanced settings', 'Delete user']) {
    await choose(admin, 'Omar Haddad', action);
    await dialog().getByRole('textbox').or(dialog().getByRole('radio')).first().waitFor();
    await admin.inspect(`narrow-${action.replaceAll(' ', '-')}`);
    await page.keyboard.press('Escape');
    await menuHasFocus('Omar Haddad');
  }
  await page.setViewportSize(size);
});
