import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { EditUser } from '@/lib/api/schema';
import { json, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { demoState, id } from '@/testing/mockApi/state';
import { choose, later, menuOf, openUsers } from '@/testing/userMenu';

const alan = `/users/${id(2)}`;
const ada = `/users/${id(7)}`;

async function edit(user: UserEvent, name: string) {
  await choose(user, name, 'Edit user');
  await screen.findByRole('textbox', { name: 'First name' });
  return within(screen.getByRole('dialog'));
}

function fill(label: string | RegExp, value: string) {
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
}

const save = (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Save' }));
const patches = (api: MockApi, path: string) => api.calls(`PATCH ${path}`);

/** Somebody else changes a user at the same API. */
async function meanwhile(api: MockApi, path: string, changes: EditUser) {
  const headers = { 'If-Match': '*', 'Content-Type': 'application/json' };
  await api.handle(new Request(`http://localhost/api/v1${path}`, { method: 'PATCH', headers, body: JSON.stringify(changes) }));
}

describe('the main way', () => {
  it('D1 shows what is known and sends only what was changed, on the version that was read', async () => {
    const { user, api } = await openUsers();
    const dialog = await edit(user, 'Alan Turing');
    expect(dialog.getByRole('textbox', { name: 'First name' })).toHaveFocus();
    expect(dialog.getByRole('textbox', { name: 'Mobile number' })).toHaveValue('(212) 555-0187');
    expect(dialog.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Europe/London');
    fill('First name', ' Alan Mathison ');
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Language' }), 'Français');
    await save(user);
    expect(await screen.findByText('Alan Mathison Turing is saved')).toBeInTheDocument();
    const [patch] = patches(api, alan);
    expect(patch?.body).toEqual({ firstName: 'Alan Mathison', language: 'fr' });
    expect(patch?.headers.get('If-Match')).toBe('"1"');
    expect(menuOf('Alan Mathison Turing')).toHaveFocus();
  });

  it('D1 nothing changed: nothing is sent', async () => {
    const { user, api } = await openUsers();
    await edit(user, 'Alan Turing');
    await save(user);
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(patches(api, alan)).toHaveLength(0);
  });

  it.each([
    ['212.555.0190', '+12125550190'],
    ['+44 20 7946 0018', '+442079460018'],
    ['', null],
  ])('D1 a mobile number as people type it: %s', async (typed, sent) => {
    const { user, api } = await openUsers();
    await edit(user, 'Alan Turing');
    fill('Mobile number', typed);
    await save(user);
    await waitFor(() => expect(patches(api, alan)[0]?.body).toEqual({ mobile: sent }));
  });

  it('D1 a time zone is found by what people call it', async () => {
    const { user, api } = await openUsers();
    const dialog = await edit(user, 'Alan Turing');
    const zone = dialog.getByRole('combobox', { name: 'Time zone' });
    await user.clear(zone);
    await user.type(zone, 'PST{Enter}');
    expect(zone).toHaveValue('America/Los Angeles');
    await user.type(zone, '{ArrowDown}{Escape}');
    expect(screen.getByRole('dialog')).toBeInTheDocument();
    await save(user);
    await waitFor(() => expect(patches(api, alan)[0]?.body).toEqual({ timeZone: 'America/Los_Angeles' }));
  });

  it('C4 the address of one who has joined is shown and cannot be changed', async () => {
    const { user } = await openUsers();
    const dialog = await edit(user, 'Alan Turing');
    const email = dialog.getByRole('textbox', { name: 'Email' });
    expect(email).toHaveAttribute('readonly');
    expect(email).toHaveAccessibleDescription('Cannot be changed after the person has joined.');
  });

  it('C4 another address of an invited person: the dialog says what follows, and so does the message', async () => {
    const { user, api } = await openUsers();
    const dialog = await edit(user, 'Ada Lovelace');
    expect(dialog.getByRole('textbox', { name: 'Email' })).toHaveAccessibleDescription(/new invite there and the link sent before stops working/);
    fill('Email', 'countess@demo.example');
    await save(user);
    expect(await screen.findByText('Ada Lovelace is saved and a new invite is on its way to countess@demo.example')).toBeInTheDocument();
    expect(patches(api, ada)[0]?.body).toEqual({ email: 'countess@demo.example' });
  });

  it('D1 one’s own new name stands at the top of the page', async () => {
    const { user } = await openUsers();
    await edit(user, 'Grace Hopper');
    fill('Last name', 'Murray');
    await save(user);
    expect(await screen.findByRole('button', { name: /Account menu:\s*Grace Murray/ })).toBeInTheDocument();
  });
});

describe('the voicemail PIN', () => {
  it('D is set without being shown, and whether one is set is told', async () => {
    const { user, api } = await openUsers();
    const dialog = await edit(user, 'Katherine Johnson');
    expect(dialog.getByRole('textbox', { name: 'Voicemail PIN' })).toHaveAccessibleDescription(/^No PIN is set/);
    fill('Voicemail PIN', '842657');
    await save(user);
    await screen.findByText('Katherine Johnson is saved');
    expect(patches(api, `/users/${id(3)}`)[0]?.body).toEqual({ voicemailPin: '842657' });
    const again = await edit(user, 'Katherine Johnson');
    expect(again.getByRole('textbox', { name: 'New voicemail PIN' })).toHaveValue('');
    expect(again.getByRole('textbox', { name: 'New voicemail PIN' })).toHaveAccessibleDescription(/^A PIN is set; leave this empty to keep it/);
  });

  it.each([
    ['12345', 'A PIN has 6 to 10 digits and nothing else.'],
    ['12a456', 'A PIN has 6 to 10 digits and nothing else.'],
    ['121212', 'Do not repeat the same digits'],
    ['654321', 'Do not count up or down'],
  ])('D %s is explained before it is sent', async (pin, why) => {
    const { user, api } = await openUsers();
    const dialog = await edit(user, 'Alan Turing');
    fill('New voicemail PIN', pin);
    await save(user);
    const field = dialog.getByRole('textbox', { name: 'New voicemail PIN' });
    await waitFor(() => expect(field).toHaveAccessibleDescription(expect.stringContaining(why)));
    expect(field).toHaveFocus();
    expect(patches(api, alan)).toHaveLength(0);
  });

  it('D what the server says about it stands at the field', async () => {
    const errors = [{ pointer: '/voicemailPin', detail: 'x', code: 'pin.extension' }];
    const api = new MockApi().signedIn().on(`PATCH ${alan}`, () => problem(422, 'pin.extension', { errors }));
    const { user } = await openUsers(api);
    const dialog = await edit(user, 'Alan Turing');
    fill('New voicemail PIN', '842657');
    await save(user);
    const field = dialog.getByRole('textbox', { name: 'New voicemail PIN' });
    await waitFor(() => expect(field).toHaveAccessibleDescription(/everybody in your company knows it/));
    expect(field).toHaveFocus();
    expect(dialog.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('D can be removed', async () => {
    const { user, api } = await openUsers();
    const dialog = await edit(user, 'Alan Turing');
    await user.click(dialog.getByRole('checkbox', { name: 'Remove the voicemail PIN' }));
    expect(dialog.getByRole('textbox', { name: 'New voicemail PIN' })).toBeDisabled();
    await save(user);
    await waitFor(() => expect(patches(api, alan)[0]?.body).toEqual({ voicemailPin: null }));
  });
});

describe('changed meanwhile', () => {
  async function conflict() {
    const opened = await openUsers();
    await edit(opened.user, 'Alan Turing');
    fill('First name', 'Al');
    fill('Mobile number', '212 555 0190');
    await meanwhile(opened.api, alan, { mobile: '+12125550111', timeZone: 'Europe/Berlin' });
    await save(opened.user);
    expect(await screen.findByRole('alert')).toHaveTextContent('Changed meanwhile');
    expect(screen.getByRole('alert')).toHaveFocus();
    return opened;
  }
  const line = (label: string) => within(screen.getByRole('dialog')).getByText(label, { selector: 'dt' }).parentElement;

  it('D1 412: shows what the other one has changed, beside one’s own', async () => {
    await conflict();
    expect(line('Mobile number')).toHaveTextContent('Now: (212) 555-0111 (before: (212) 555-0187)Yours: (212) 555-0190');
    expect(line('Time zone')).toHaveTextContent('Now: Europe/Berlin (before: Europe/London)');
    expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
  });

  it('D1 412: one’s own is saved on top, and nothing else is overwritten', async () => {
    const { user, api } = await conflict();
    await user.click(screen.getByRole('button', { name: 'Save my changes' }));
    expect(await screen.findByText('Al Turing is saved')).toBeInTheDocument();
    const last = patches(api, alan).at(-1);
    expect(last?.body).toEqual({ firstName: 'Al', mobile: '+12125550190' });
    expect(last?.headers.get('If-Match')).toBe('"2"');
    expect(api.state.profiles.get(id(2))?.timeZone).toBe('Europe/Berlin');
  });

  it('D1 412: theirs is taken over, and one can go on from there', async () => {
    const { user, api } = await conflict();
    await user.click(screen.getByRole('button', { name: 'Take over theirs' }));
    expect(screen.getByRole('textbox', { name: 'First name' })).toHaveValue('Alan');
    expect(screen.getByRole('textbox', { name: 'First name' })).toHaveFocus();
    expect(screen.getByRole('textbox', { name: 'Mobile number' })).toHaveValue('(212) 555-0111');
    fill('Last name', 'T.');
    await save(user);
    await screen.findByText('Alan T. is saved');
    expect(patches(api, alan).at(-1)?.body).toEqual({ lastName: 'T.' });
  });

  it('D1 412 for something that is not edited here: saved on the new version without a question', async () => {
    const { user, api } = await openUsers();
    await edit(user, 'Alan Turing');
    fill('First name', 'Al');
    await meanwhile(api, alan, {});
    await save(user);
    expect(await screen.findByText('Al Turing is saved')).toBeInTheDocument();
    expect(patches(api, alan).map(({ headers }) => headers.get('If-Match'))).toEqual(['*', '"1"', '"2"']);
  });

  it('D1 a try whose answer was lost has taken effect: nothing is asked and nothing sent again', async () => {
    const { user, api } = await openUsers();
    await edit(user, 'Alan Turing');
    fill('First name', 'Al');
    api.on(`PATCH ${alan}`, () => problem(500, 'internal.error'), 1);
    await save(user);
    await screen.findByRole('alert');
    await meanwhile(api, alan, { firstName: 'Al' });
    await save(user);
    expect(await screen.findByText('Al Turing is saved')).toBeInTheDocument();
  });

  it('C4 joined meanwhile: the address is fixed, and the rest can still be saved', async () => {
    const state = demoState();
    const { user, api } = await openUsers(new MockApi(state).signedIn());
    await edit(user, 'Ada Lovelace');
    fill('Email', 'countess@demo.example');
    fill('First name', 'Augusta');
    state.users = state.users.map((one) => (one.id === id(7) ? { ...one, state: 'ACTIVE', version: 2 } : one));
    await save(user);
    await screen.findByRole('alert');
    expect(line('Status')).toHaveTextContent('Now: Active (before: Has not yet joined)');
    await user.click(screen.getByRole('button', { name: 'Save my changes' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Email' })).toHaveAccessibleDescription(/cannot be changed any more/));
    await save(user);
    expect(await screen.findByText('Augusta Lovelace is saved')).toBeInTheDocument();
    expect(patches(api, ada).at(-1)?.body).toEqual({ firstName: 'Augusta' });
  });
});

describe('when it does not go well', () => {
  it('D1 what is not right is told at its field and not sent', async () => {
    const { user, api } = await openUsers();
    const dialog = await edit(user, 'Ada Lovelace');
    fill('First name', ' ');
    fill('Email', 'ada');
    fill('Mobile number', '12');
    await save(user);
    await waitFor(() => expect(dialog.getByRole('textbox', { name: 'First name' })).toHaveAccessibleDescription(/Please fill in this field/));
    expect(dialog.getByRole('textbox', { name: 'First name' })).toHaveFocus();
    expect(dialog.getByRole('textbox', { name: 'Email' })).toHaveAccessibleDescription(/Enter a full email address/);
    expect(dialog.getByRole('textbox', { name: 'Mobile number' })).toHaveAccessibleDescription(/There is no such number/);
    expect(patches(api, ada)).toHaveLength(0);
  });

  it('C4 an address that is taken is told at its field', async () => {
    const { user } = await openUsers();
    const dialog = await edit(user, 'Ada Lovelace');
    fill('Email', 'emilie@demo.example');
    await save(user);
    const email = dialog.getByRole('textbox', { name: 'Email' });
    await waitFor(() => expect(email).toHaveAccessibleDescription(/already in use/));
    expect(email).toHaveFocus();
  });

  it('J a limit of mails is told with its wait, and nothing typed is lost', async () => {
    const api = new MockApi().signedIn().on(`PATCH ${ada}`, () => problem(429, 'invitation.resend-too-soon', {}, { 'Retry-After': '40' }));
    const { user } = await openUsers(api);
    const dialog = await edit(user, 'Ada Lovelace');
    fill('Email', 'countess@demo.example');
    await save(user);
    expect(await dialog.findByRole('alert')).toHaveTextContent('Please wait 40 seconds before you send it again.');
    expect(dialog.getByRole('textbox', { name: 'Email' })).toHaveValue('countess@demo.example');
  });

  it('slow: progress is shown, and a second click asks for nothing', async () => {
    const answer = later(() => json(200, { ...demoState().users[1], firstName: 'Al', timeZone: 'UTC', language: 'en', voicemailPinSet: true, version: 2 }));
    const api = new MockApi().signedIn().on(`PATCH ${alan}`, answer.handler);
    const { user } = await openUsers(api);
    const dialog = await edit(user, 'Alan Turing');
    fill('First name', 'Al');
    const button = dialog.getByRole('button', { name: /Save/ });
    await user.dblClick(button);
    await waitFor(() => expect(dialog.getByRole('status')).toHaveTextContent('One moment, please'));
    expect(patches(api, alan)).toHaveLength(1);
    answer.come();
    expect(await screen.findByText('Al Turing is saved')).toBeInTheDocument();
  });

  it('the person cannot be loaded: says so, with a way to try again', async () => {
    const api = new MockApi().signedIn().on(`GET ${alan}`, () => problem(500, 'internal.error'), 1);
    const { user } = await openUsers(api);
    const dialog = await choose(user, 'Alan Turing', 'Edit user');
    expect(await dialog.findByRole('alert')).toHaveTextContent('This could not be loaded');
    await user.click(dialog.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('textbox', { name: 'First name' })).toHaveFocus();
  });
});
