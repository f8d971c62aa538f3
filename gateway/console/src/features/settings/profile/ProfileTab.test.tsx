import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fieldProblem, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { demo, demoSession, demoUser, id } from '@/testing/mockApi/state';
import { renderApp } from '@/testing/renderApp';

const url = `/users/${demo.id}`;
const lastName = () => screen.findByRole('textbox', { name: 'Last name' });

/** Somebody else changes the profile behind the back of who edits it. */
function changeMeanwhile(api: MockApi, part: { firstName?: string; lastName?: string }): void {
  api.state.users = api.state.users.map((user) => (user.id === demo.id ? { ...user, ...part, version: (user.version ?? 0) + 1 } : user));
}

async function save({ user }: ReturnType<typeof renderApp>, typed: string) {
  const field = await lastName();
  await user.clear(field);
  await user.type(field, typed);
  await user.click(screen.getByRole('button', { name: 'Save' }));
}

describe('the own profile', () => {
  it('G1 is reached by the account menu, by users as well', async () => {
    const session = { ...demoSession, user: { ...demoSession.user, id: demoUser.id, role: 'USER' as const } };
    const { user, path } = renderApp('/', new MockApi().signedIn(session));
    await user.click(await screen.findByRole('button', { name: /Account menu/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'My settings' }));
    expect(await screen.findByRole('textbox', { name: 'First name' })).toHaveValue('Alan');
    expect(screen.getByRole('textbox', { name: 'Mobile number' })).toHaveValue('(212) 555-0187');
    expect(path()).toBe('/settings');
  });

  it('G1 only what was changed is saved, on the version that was read, and the new name stands at the top', async () => {
    const app = renderApp('/settings', new MockApi().signedIn());
    await save(app, 'Murray');
    expect(await screen.findByText('Your profile is saved')).toBeVisible();
    expect(await screen.findByRole('button', { name: /Grace Murray/ })).toBeVisible();
    const [patch] = app.api.calls(`PATCH ${url}`);
    expect(patch?.body).toEqual({ lastName: 'Murray' });
    expect(patch?.headers.get('If-Match')).toBe('"1"');
  });

  it('G1 a second change stands on the first', async () => {
    const app = renderApp('/settings', new MockApi().signedIn());
    await save(app, 'Murray');
    await screen.findByText('Your profile is saved');
    await save(app, 'Hopper');
    expect((await screen.findAllByText('Your profile is saved')).length).toBe(2);
    expect(app.api.calls(`PATCH ${url}`).at(-1)?.headers.get('If-Match')).toBe('"2"');
  });

  it('G1 a mobile number is understood as people write it, and an empty one is taken away', async () => {
    const { user, api } = renderApp('/settings', new MockApi().signedIn());
    const mobile = await screen.findByRole('textbox', { name: 'Mobile number' });
    await user.type(mobile, '+44 7400 123456');
    expect(mobile).toHaveAccessibleDescription('Saved as +44 7400 123456');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Your profile is saved');
    await user.clear(screen.getByRole('textbox', { name: 'Mobile number' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect((await screen.findAllByText('Your profile is saved')).length).toBe(2);
    expect(api.calls(`PATCH ${url}`).map(({ body }) => body)).toEqual([{ mobile: '+447400123456' }, { mobile: null }]);
  });

  it('G1 fields that break a rule are told at the fields, ours and the server’s', async () => {
    const api = new MockApi().signedIn();
    const app = renderApp('/settings', api);
    await app.user.clear(await lastName());
    await app.user.type(screen.getByRole('textbox', { name: 'Mobile number' }), '12');
    await app.user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Please fill in this field.')).toBeVisible();
    expect(screen.getByText(/There is no such number/)).toBeVisible();
    expect(api.calls(`PATCH ${url}`)).toHaveLength(0);
    await app.user.clear(screen.getByRole('textbox', { name: 'Mobile number' }));
    api.on(`PATCH ${url}`, () => fieldProblem(422, 'name.odd', '/lastName'));
    await save(app, 'X');
    expect(await screen.findByText('name.odd')).toBeVisible();
  });

  it('G1 what one has typed can be dropped', async () => {
    const { user, api } = renderApp('/settings', new MockApi().signedIn());
    await user.type(await lastName(), 's');
    await user.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(await lastName()).toHaveValue('Hopper');
    expect(api.calls(`PATCH ${url}`)).toHaveLength(0);
  });

  it('D1 what an admin has changed meanwhile is shown, and one’s own can be saved on top of it', async () => {
    const api = new MockApi().signedIn();
    const app = renderApp('/settings', api);
    await lastName();
    changeMeanwhile(api, { firstName: 'Gracia', lastName: 'Brewster' });
    await save(app, 'Murray');
    expect(await screen.findByText('Changed meanwhile')).toBeVisible();
    expect(screen.getByText('Now: Gracia')).toBeVisible();
    expect(screen.getByText('Yours: Murray')).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Save my changes' }));
    expect(await screen.findByText('Your profile is saved')).toBeVisible();
    expect(app.api.calls(`PATCH ${url}`).at(-1)?.body).toEqual({ lastName: 'Murray' });
    expect(screen.getByRole('textbox', { name: 'First name' })).toHaveValue('Gracia');
  });

  it('D1 … or dropped', async () => {
    const api = new MockApi().signedIn();
    const app = renderApp('/settings', api);
    await lastName();
    changeMeanwhile(api, { lastName: 'Brewster' });
    await save(app, 'Murray');
    await app.user.click(await screen.findByRole('button', { name: 'Take over theirs' }));
    expect(await lastName()).toHaveValue('Brewster');
  });

  it('an error leaves what was typed', async () => {
    const api = new MockApi().signedIn().on(`PATCH ${url}`, () => problem(500, 'internal.error'), 1);
    const app = renderApp('/settings', api);
    await save(app, 'Murray');
    expect(await screen.findByText('Your profile was not saved')).toBeVisible();
    expect(await lastName()).toHaveValue('Murray');
  });

  it('what could not be loaded can be tried again, and slow is shown as slow', async () => {
    const { user } = renderApp('/settings', new MockApi().signedIn().on(`GET ${url}`, () => problem(500, 'internal.error'), 1));
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await lastName()).toHaveValue('Hopper');
    renderApp('/settings', new MockApi().signedIn().on(`GET ${url}`, () => new Promise<Response>(() => undefined)));
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });
});

describe('the own phone', () => {
  it('G3 plan, numbers, extension and bridge are there to read', async () => {
    renderApp('/settings/phone', new MockApi().signedIn());
    const panel = await screen.findByRole('tabpanel', { name: 'Phone' });
    for (const text of ['Pro', '(212) 555-0142', '101', '421 707 3531']) expect(await within(panel).findByText(text)).toBeVisible();
    expect(within(panel).queryByRole('combobox')).not.toBeInTheDocument();
  });

  it('G1 a voicemail PIN is set, never shown, and taken away', async () => {
    const { user, api } = renderApp('/settings/phone', new MockApi().signedIn());
    await user.type(await screen.findByRole('textbox', { name: 'New PIN' }), '482913');
    await user.click(screen.getByRole('button', { name: 'Save PIN' }));
    expect(await screen.findByText('Your new voicemail PIN is saved')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'New PIN' })).toHaveValue('');
    await user.click(await screen.findByRole('button', { name: 'Remove PIN' }));
    expect(await screen.findByText('Your voicemail PIN is removed')).toBeVisible();
    expect(api.calls(`PATCH ${url}`).map(({ body }) => body)).toEqual([{ voicemailPin: '482913' }, { voicemailPin: null }]);
    expect(screen.queryByRole('button', { name: 'Remove PIN' })).not.toBeInTheDocument();
  });

  it.each([
    ['1234', /6 to 10 digits and nothing else/],
    ['111111', /Do not repeat/],
    ['123456', /Do not count up or down/],
  ])('D1 the PIN %s is explained at its field and not sent', async (pin, text) => {
    const { user, api } = renderApp('/settings/phone', new MockApi().signedIn());
    await user.type(await screen.findByRole('textbox', { name: 'New PIN' }), pin);
    await user.click(screen.getByRole('button', { name: 'Save PIN' }));
    expect(await screen.findByText(text)).toBeVisible();
    expect(api.calls(`PATCH ${url}`)).toHaveLength(0);
  });

  it('D1 what the server says of a PIN stands at its field', async () => {
    const api = new MockApi().signedIn().on(`PATCH ${url}`, () => fieldProblem(422, 'pin.extension', '/voicemailPin'));
    const { user } = renderApp('/settings/phone', api);
    await user.type(await screen.findByRole('textbox', { name: 'New PIN' }), '482913');
    await user.click(screen.getByRole('button', { name: 'Save PIN' }));
    expect(await screen.findByText(/Do not use the extension/)).toBeVisible();
  });

  it('G3 empty: what is not there yet is said', async () => {
    const api = new MockApi().signedIn();
    api.state.users = api.state.users.map((user) =>
      user.id === id(1) ? { ...user, directNumbers: [], extension: null, bridgeId: null } : user,
    );
    renderApp('/settings/phone', api);
    expect(await screen.findByText('None yet')).toBeVisible();
    expect(screen.getAllByText('Being assigned')).toHaveLength(2);
  });
});
