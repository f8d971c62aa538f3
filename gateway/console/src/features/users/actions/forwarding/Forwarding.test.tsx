import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fieldProblem, json, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { id } from '@/testing/mockApi/state';
import { choose, later, menuOf, openUsers } from '@/testing/userMenu';

const path = `/users/${id(2)}/call-forwarding`;
const puts = (api: MockApi) => api.calls(`PUT ${path}`);
const field = () => screen.getByRole('textbox', { name: 'Forward to' });
const yes = () => screen.getByRole('radio', { name: /Yes/ });
const no = () => screen.getByRole('radio', { name: 'No' });

async function open(user: UserEvent) {
  await choose(user, 'Alan Turing', 'Set up call forwarding');
  await screen.findByRole('radio', { name: 'No' });
}

async function save(user: UserEvent, number: string) {
  fireEvent.change(field(), { target: { value: number } });
  await user.click(screen.getByRole('button', { name: 'Save' }));
}

function forwarded(to: string): MockApi {
  const api = new MockApi().signedIn();
  api.state.users = api.state.users.map((user) => (user.id === id(2) ? { ...user, forwardTo: to } : user));
  return api;
}

/** Somebody else changes it at the same API. */
async function meanwhile(api: MockApi, number: string) {
  const headers = { 'If-Match': '*', 'Content-Type': 'application/json' };
  await api.handle(new Request(`http://localhost/api/v1${path}`, { method: 'PUT', headers, body: JSON.stringify({ number }) }));
}

describe('call forwarding', () => {
  it('D2 Yes and one number: saved on the version that was read', async () => {
    const { user, api } = await openUsers();
    await open(user);
    expect(no()).toBeChecked();
    expect(screen.queryByRole('textbox', { name: 'Forward to' })).not.toBeInTheDocument();
    await user.click(yes());
    expect(field()).toHaveFocus();
    await save(user, '(212) 555-0187');
    expect(await screen.findByText('Calls to Alan Turing are forwarded to +1 212 555 0187')).toBeInTheDocument();
    expect(puts(api).map(({ headers, body }) => [headers.get('If-Match'), body])).toEqual([['"1"', { number: '(212) 555-0187' }]]);
    expect(menuOf('Alan Turing')).toHaveFocus();
  });

  it('F5 screening is no choice, and the dialog says why', async () => {
    const { user } = await openUsers(forwarded('+12125550187'));
    await open(user);
    expect(screen.getByText('Call screening is always on.')).toBeInTheDocument();
    expect(screen.getByText(/presses 1 to take it/)).toBeInTheDocument();
    expect(screen.queryByRole('checkbox', { name: /screening/i })).not.toBeInTheDocument();
  });

  it('F5 No removes it', async () => {
    const { user, api } = await openUsers(forwarded('+12125550187'));
    await open(user);
    expect(yes()).toBeChecked();
    expect(field()).toHaveValue('+1 212 555 0187');
    await user.click(no());
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Calls to Alan Turing are not forwarded')).toBeInTheDocument();
    expect(api.calls(`DELETE ${path}`)).toHaveLength(1);
    expect(api.state.users.find((one) => one.id === id(2))?.forwardTo).toBeNull();
  });

  it('the same again: nothing is sent', async () => {
    const { user, api } = await openUsers(forwarded('+12125550187'));
    await open(user);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(puts(api)).toHaveLength(0);
  });

  it('Yes without a number is explained before it is sent', async () => {
    const { user, api } = await openUsers();
    await open(user);
    await user.click(yes());
    await save(user, '  ');
    await waitFor(() => expect(field()).toHaveAccessibleDescription(/Type the number that calls are forwarded to/));
    expect(puts(api)).toHaveLength(0);
  });

  it.each([
    ['forwarding.emergency', /emergency/],
    ['forwarding.several', /one number only/],
    ['forwarding.dialling', /Type the number only/],
    ['forwarding.short-code', /Type a whole number/],
    ['forwarding.premium', /cost extra/],
    ['forwarding.satellite', /satellite/],
    ['forwarding.country', /own country/],
    ['forwarding.own', /belongs to your company/],
    ['forwarding.loop', /round and round/],
    ['forwarding.not-in-use', /check the digits/],
    ['forwarding.format', /not a phone number/],
  ])('F5 %s is refused, and the reason stands at the field', async (code, why) => {
    const api = new MockApi().signedIn().on(`PUT ${path}`, () => fieldProblem(422, code, '/number'));
    const { user } = await openUsers(api);
    await open(user);
    await user.click(yes());
    await save(user, '2125550187');
    await waitFor(() => expect(field()).toHaveAccessibleDescription(why));
    expect(field()).toHaveFocus();
  });

  it('D1 412: shows the other one’s; one’s own can be saved on top', async () => {
    const { user, api } = await openUsers();
    await open(user);
    await user.click(yes());
    await meanwhile(api, '+12125550199');
    await save(user, '2125550187');
    expect(await screen.findByRole('alert')).toHaveFocus();
    expect(screen.getByText('Now: +1 212 555 0199', { exact: false })).toHaveTextContent('Now: +1 212 555 0199 (before: Not forwarded)');
    await user.click(screen.getByRole('button', { name: 'Save my changes' }));
    expect(await screen.findByText('Calls to Alan Turing are forwarded to +1 212 555 0187')).toBeInTheDocument();
    expect(puts(api).at(-1)?.headers.get('If-Match')).toBe('"2"');
  });

  it('D1 412: the other one’s can be taken over', async () => {
    const { user, api } = await openUsers();
    await open(user);
    await user.click(yes());
    await meanwhile(api, '+12125550199');
    await save(user, '2125550187');
    await user.click(await screen.findByRole('button', { name: 'Take over theirs' }));
    expect(field()).toHaveValue('+1 212 555 0199');
  });

  it('slow: progress is shown, and a second click asks for nothing', async () => {
    const answer = later(() => json(200, { number: '+12125550187', screening: true, version: 2 }));
    const api = new MockApi().signedIn().on(`PUT ${path}`, answer.handler);
    const { user } = await openUsers(api);
    await open(user);
    await user.click(yes());
    fireEvent.change(field(), { target: { value: '2125550187' } });
    await user.dblClick(screen.getByRole('button', { name: /Save/ }));
    await waitFor(() => expect(within(screen.getByRole('dialog')).getByRole('status')).toHaveTextContent('One moment, please'));
    expect(puts(api)).toHaveLength(1);
    answer.come();
    expect(await screen.findByText(/are forwarded to/)).toBeInTheDocument();
  });

  it('what cannot be loaded says so, with a way to try again', async () => {
    const api = new MockApi().signedIn().on(`GET ${path}`, () => problem(404, 'resource.not-found'), 1);
    const { user } = await openUsers(api);
    const dialog = await choose(user, 'Alan Turing', 'Set up call forwarding');
    await user.click(await dialog.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('radio', { name: 'No' })).toHaveFocus();
  });
});
