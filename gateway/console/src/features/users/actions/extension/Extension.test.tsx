import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { json, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { id } from '@/testing/mockApi/state';
import { choose, later, menuOf, openUsers } from '@/testing/userMenu';

const path = `/users/${id(2)}/extension`;
const puts = (api: MockApi) => api.calls(`PUT ${path}`);
const field = () => screen.getByRole('textbox', { name: 'Extension' });

async function open(user: UserEvent) {
  await choose(user, 'Alan Turing', 'Advanced settings');
  await screen.findByRole('textbox', { name: 'Extension' });
}

async function save(user: UserEvent, extension: string) {
  fireEvent.change(field(), { target: { value: extension } });
  await user.click(screen.getByRole('button', { name: 'Save' }));
}

/** Somebody else changes the line at the same API. */
async function meanwhile(api: MockApi, extension: string) {
  const headers = { 'If-Match': '*', 'Content-Type': 'application/json' };
  await api.handle(new Request(`http://localhost/api/v1${path}`, { method: 'PUT', headers, body: JSON.stringify({ extension }) }));
}

describe('advanced settings', () => {
  it('D7 another extension is saved on the version that was read, and the row shows it at once', async () => {
    const { user, api } = await openUsers();
    await open(user);
    expect(field()).toHaveValue('102');
    expect(field()).toHaveFocus();
    await save(user, '215');
    expect(await screen.findByText('Alan Turing now has extension 215')).toBeInTheDocument();
    expect(within(menuOf('Alan Turing').closest('tr') as HTMLElement).getByText('215')).toBeInTheDocument();
    expect(puts(api).map(({ headers, body }) => [headers.get('If-Match'), body])).toEqual([['"1"', { extension: '215' }]]);
    expect(menuOf('Alan Turing')).toHaveFocus();
  });

  it('D7 the same extension: nothing is sent', async () => {
    const { user, api } = await openUsers();
    await open(user);
    await save(user, '102');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(puts(api)).toHaveLength(0);
  });

  it.each(['12', '0123', '1234567', '12a'])('F4 %s is explained before it is sent', async (extension) => {
    const { user, api } = await openUsers();
    await open(user);
    await save(user, extension);
    await waitFor(() => expect(field()).toHaveAccessibleDescription(/3 to 6 digits and does not begin with 0/));
    expect(puts(api)).toHaveLength(0);
  });

  it.each([
    ['911', /reserved, such as for emergency/],
    ['103', /Somebody in your company has this extension/],
  ])('F4 %s is refused, and the reason stands at the field', async (extension, why) => {
    const { user } = await openUsers();
    await open(user);
    await save(user, extension);
    await waitFor(() => expect(field()).toHaveAccessibleDescription(why));
    expect(field()).toHaveFocus();
  });

  it('F4 the extension of a deleted person is held', async () => {
    const errors = [{ pointer: '/extension', detail: 'held', code: 'extension.held' }];
    const api = new MockApi().signedIn().on(`PUT ${path}`, () => problem(409, 'extension.held', { errors }));
    const { user } = await openUsers(api);
    await open(user);
    await save(user, '120');
    await waitFor(() => expect(field()).toHaveAccessibleDescription(/belonged to a person who was deleted/));
  });

  it('D7 412: shows the other one’s; one’s own can be saved on top', async () => {
    const { user, api } = await openUsers();
    await open(user);
    await meanwhile(api, '250');
    await save(user, '215');
    expect(await screen.findByRole('alert')).toHaveFocus();
    expect(screen.getByText('Now: 250', { exact: false })).toHaveTextContent('Now: 250 (before: 102)');
    expect(screen.getByText('Yours: 215')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Save my changes' }));
    expect(await screen.findByText('Alan Turing now has extension 215')).toBeInTheDocument();
    expect(puts(api).at(-1)?.headers.get('If-Match')).toBe('"2"');
  });

  it('D7 412: the other one’s can be taken over', async () => {
    const { user, api } = await openUsers();
    await open(user);
    await meanwhile(api, '250');
    await save(user, '215');
    await user.click(await screen.findByRole('button', { name: 'Take over theirs' }));
    expect(field()).toHaveValue('250');
    expect(field()).toHaveFocus();
  });

  it('D7 412 since something else of the line was changed: saved without a question', async () => {
    const { user, api } = await openUsers();
    await open(user);
    api.state.lineVersions.set(id(2), 5);
    await save(user, '215');
    expect(await screen.findByText('Alan Turing now has extension 215')).toBeInTheDocument();
    expect(puts(api).map(({ headers }) => headers.get('If-Match'))).toEqual(['"1"', '"5"']);
  });

  it('slow: progress is shown, and a second click asks for nothing', async () => {
    const answer = later(() => json(200, { extension: '215', version: 2 }));
    const api = new MockApi().signedIn().on(`PUT ${path}`, answer.handler);
    const { user } = await openUsers(api);
    await open(user);
    fireEvent.change(field(), { target: { value: '215' } });
    await user.dblClick(screen.getByRole('button', { name: /Save/ }));
    await waitFor(() => expect(within(screen.getByRole('dialog')).getByRole('status')).toHaveTextContent('One moment, please'));
    expect(puts(api)).toHaveLength(1);
    answer.come();
    expect(await screen.findByText('Alan Turing now has extension 215')).toBeInTheDocument();
  });

  it('a line that is still being made cannot be loaded: says so, with a way to try again', async () => {
    const api = new MockApi().signedIn().on(`GET ${path}`, () => problem(404, 'resource.not-found'), 1);
    const { user } = await openUsers(api);
    const dialog = await choose(user, 'Alan Turing', 'Advanced settings');
    await user.click(await dialog.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('textbox', { name: 'Extension' })).toHaveFocus();
  });
});
