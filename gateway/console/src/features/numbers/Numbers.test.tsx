import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { id } from '@/testing/mockApi/state';
import { renderApp } from '@/testing/renderApp';

const free = '+12125550198';
const path = `/phone-numbers/${encodeURIComponent(free)}/assignment`;
const row = (number: string) => screen.getByText(number).closest('tr') as HTMLElement;
const dialog = () => within(screen.getByRole('dialog'));

async function open(api = new MockApi().signedIn(), address = '/numbers') {
  const app = renderApp(address, api);
  await screen.findByText('(212) 555-0198');
  return app;
}

async function chooseUser(user: UserEvent, name: string) {
  await user.type(dialog().getByRole('combobox', { name: 'User' }), name);
  await user.click(await screen.findByRole('option', { name: new RegExp(name) }));
}

describe('the numbers of the company', () => {
  it('F1 all numbers with use and user, reached from the navigation, in two requests', async () => {
    const { user, api } = renderApp('/users', new MockApi().signedIn());
    await user.click(await screen.findByRole('link', { name: 'Numbers' }));
    await screen.findByText('(212) 555-0198');
    expect(within(row('(212) 555-0100')).getByText('Company main number')).toBeInTheDocument();
    expect(within(row('(212) 555-0198')).getByText('Unassigned')).toBeInTheDocument();
    expect(within(row('(212) 555-0199')).getByText('Held for a deleted user')).toBeInTheDocument();
    expect(within(row('(212) 555-0199')).queryByRole('button')).not.toBeInTheDocument();
    expect(api.calls('GET /phone-numbers')).toHaveLength(1);
  });

  it('B8 the main number is not among the unassigned ones; the filter is in the address', async () => {
    const { user, path: address } = await open();
    await user.click(screen.getByRole('button', { name: 'Unassigned' }));
    await waitFor(() => expect(screen.queryByText('(212) 555-0100')).not.toBeInTheDocument());
    expect(screen.getByText('(212) 555-0198')).toBeInTheDocument();
    expect(address()).toBe('/numbers?show=unassigned');
  });

  it('F1 searched by digits, however they are written; nothing found says so and leads back', async () => {
    const { user, api } = await open();
    await user.type(screen.getByRole('textbox', { name: 'Search numbers' }), '(212) 999');
    expect(await screen.findByRole('heading', { name: 'No numbers found' })).toBeInTheDocument();
    expect(api.calls('GET /phone-numbers').some(({ query }) => query.get('contains') === '212999')).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Show all numbers' }));
    expect(await screen.findByText('(212) 555-0198')).toBeInTheDocument();
  });

  it('B7 an unused number is given to a user, on the version that was read', async () => {
    const { user, api } = await open();
    await user.click(screen.getByRole('button', { name: 'Assign (212) 555-0198' }));
    await chooseUser(user, 'Alan Turing');
    await user.click(dialog().getByRole('button', { name: 'Assign' }));
    expect(await screen.findByText('(212) 555-0198 is assigned')).toBeInTheDocument();
    await waitFor(() => expect(within(row('(212) 555-0198')).getByText('Alan Turing')).toBeInTheDocument());
    expect(api.calls(`PUT ${path}`).map(({ headers, body }) => [headers.get('If-Match'), body])).toEqual([['"1"', { userId: id(2) }]]);
  });

  it('without a user nothing is sent, and the field says what is missing', async () => {
    const { user, api } = await open();
    await user.click(screen.getByRole('button', { name: 'Assign (212) 555-0198' }));
    await user.click(dialog().getByRole('button', { name: 'Assign' }));
    expect(dialog().getByText('Choose a user from the list.')).toBeInTheDocument();
    expect(api.calls(`PUT ${path}`)).toHaveLength(0);
  });

  it('B8 the company main number is unassigned, and another one takes its place', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Assign (212) 555-0198' }));
    await user.click(dialog().getByRole('radio', { name: /The company/ }));
    await user.click(dialog().getByRole('button', { name: 'Assign' }));
    expect(await dialog().findByText(/Unassign that one first/)).toBeInTheDocument();
    await user.click(dialog().getByRole('button', { name: 'Cancel' }));

    await user.click(screen.getByRole('button', { name: 'Unassign (212) 555-0100' }));
    expect(dialog().getByText(/Callers no longer reach your company/)).toBeInTheDocument();
    await user.click(dialog().getByRole('button', { name: 'Unassign' }));
    expect(await screen.findByText('(212) 555-0100 is unassigned')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Assign (212) 555-0198' }));
    await user.click(dialog().getByRole('radio', { name: /The company/ }));
    await user.click(dialog().getByRole('button', { name: 'Assign' }));
    await waitFor(() => expect(within(row('(212) 555-0198')).getByText('Company main number')).toBeInTheDocument());
  });

  it('F3 the loser is told why, and the table shows what is so now', async () => {
    const { user, api } = await open();
    await user.click(screen.getByRole('button', { name: 'Assign (212) 555-0198' }));
    await chooseUser(user, 'Alan Turing');
    api.on(`PUT ${path}`, () => problem(409, 'number.in-use'));
    const before = api.calls('GET /phone-numbers').length;
    await user.click(dialog().getByRole('button', { name: 'Assign' }));
    expect(await dialog().findByText(/Somebody else has just got this number/)).toBeInTheDocument();
    await waitFor(() => expect(api.calls('GET /phone-numbers').length).toBeGreaterThan(before));
  });

  it('what cannot be loaded says so, with a way to try again', async () => {
    const api = new MockApi().signedIn().on('GET /phone-numbers', () => problem(404, 'resource.not-found'), 1);
    const { user } = renderApp('/numbers', api);
    expect(await screen.findByText('The numbers could not be loaded')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('(212) 555-0198')).toBeInTheDocument();
  });

  it('F1 a new number is ordered for the pool, at the price that was shown', async () => {
    const { user, api } = await open();
    await user.click(screen.getByRole('button', { name: 'Get new number' }));
    await user.type(dialog().getByRole('textbox', { name: 'City' }), 'Chic');
    await waitFor(() => expect(dialog().queryByRole('radio', { name: /\(212\)/ })).not.toBeInTheDocument());
    await user.click(dialog().getByRole('radio', { name: /\(312\) 555-0117/ }));
    expect(dialog().getByText('$4.99 a month')).toBeInTheDocument();
    await user.click(dialog().getByRole('button', { name: 'Order number' }));
    expect(await screen.findByText('(312) 555-0117 is your company’s')).toBeInTheDocument();
    expect(within(row('(312) 555-0117')).getByText('Unassigned')).toBeInTheDocument();
    expect(api.calls('POST /phone-numbers').map(({ body }) => body)).toEqual([{ number: '+13125550117', acceptCharges: true }]);
  });

  it('F1 numbers of another country are found', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Get new number' }));
    await user.selectOptions(await dialog().findByRole('combobox', { name: 'Country' }), 'Canada');
    expect(await dialog().findByRole('radio', { name: /\(416\) 555-0117/ })).toBeInTheDocument();
  });

  it('F1 an order that is on its way, and one that came to nothing, are told on the page', async () => {
    const api = new MockApi().signedIn();
    const now = new Date().toISOString();
    api.state.orders = [
      { id: id(7100), number: '+13125550101', state: 'PENDING', orderedAt: now },
      { id: id(7101), number: '+13125550138', state: 'FAILED', reason: 'NOT_AVAILABLE', orderedAt: now },
      { id: id(7102), number: '+13125550177', state: 'FAILED', reason: 'TIMED_OUT', orderedAt: '2026-01-01T00:00:00Z' },
    ];
    const { user } = await open(api);
    expect(await screen.findByText('(312) 555-0101 is being ordered')).toBeInTheDocument();
    expect(screen.getByText('(312) 555-0138 was not ordered')).toBeInTheDocument();
    expect(screen.queryByText('(312) 555-0177 was not ordered')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /Close.*\(312\) 555-0138/ }));
    expect(screen.queryByText('(312) 555-0138 was not ordered')).not.toBeInTheDocument();
  });

  it('F1 a number is released after a warning, and taken back at its price', async () => {
    const { user, api } = await open();
    await user.click(screen.getByRole('button', { name: 'Release (212) 555-0198' }));
    expect(screen.getByRole('dialog')).toHaveAccessibleDescription(/take it back for 90 days/);
    await user.click(dialog().getByRole('button', { name: 'Release' }));
    expect(await screen.findByText('(212) 555-0198 is released')).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Take (212) 555-0198 back' }));
    await waitFor(() => expect(screen.getByRole('dialog')).toHaveAccessibleDescription(/for \$4.99 a month/));
    expect((await dialog().findAllByText(/\$4\.99 more: /)).length).toBe(2);
    await user.click(dialog().getByRole('button', { name: 'Take back' }));
    expect(await screen.findByText('(212) 555-0198 is your company’s again')).toBeInTheDocument();
    expect(api.calls('POST /quotes').at(-1)?.body).toEqual({ changes: [{ type: 'TAKE_BACK_NUMBER', number: free }] });
    expect(api.calls(`POST /phone-numbers/${encodeURIComponent(free)}/restore`).map(({ body }) => body)).toEqual([{ acceptCharges: true }]);
  });

  it('E7 with an unpaid statement no number is ordered: that is said when one is chosen', async () => {
    const api = new MockApi().signedIn();
    api.state.isPastDue = true;
    const { user } = await open(api);
    await user.click(screen.getByRole('button', { name: 'Get new number' }));
    await user.click(await dialog().findByRole('radio', { name: /\(312\) 555-0117/ }));
    expect(await dialog().findByText(/A statement is unpaid. New numbers can be had again/)).toBeInTheDocument();
    expect(dialog().getByRole('radio', { name: /\(312\) 555-0117/ })).not.toBeChecked();
    expect(api.calls('POST /phone-numbers')).toHaveLength(0);
  });

  it('E7 with an unpaid statement a released number stays where it is', async () => {
    const api = new MockApi().signedIn();
    api.state.isPastDue = true;
    const { user } = await open(api);
    await user.click(screen.getByRole('button', { name: 'Release (212) 555-0198' }));
    await user.click(dialog().getByRole('button', { name: 'Release' }));
    await user.click(await screen.findByRole('button', { name: 'Take (212) 555-0198 back' }));
    await dialog().findAllByText(/\$4\.99 more: /);
    await user.click(dialog().getByRole('button', { name: 'Take back' }));
    expect(await dialog().findByText('The number was not taken back')).toBeInTheDocument();
    expect(dialog().getByText(/A statement is unpaid. New numbers can be had again/)).toBeInTheDocument();
  });

  it('F2 calls to the main number go to the voicemail of a user', async () => {
    const { user, api } = await open();
    expect(within(row('(212) 555-0100')).getByText('Company greeting')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Change where calls to (212) 555-0100 go' }));
    await user.click(dialog().getByRole('radio', { name: 'To the voicemail of a user' }));
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    expect(dialog().getByText('Choose a user from the list.')).toBeInTheDocument();
    await chooseUser(user, 'Alan Turing');
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(within(row('(212) 555-0100')).getByText('Voicemail of Alan Turing')).toBeInTheDocument());
    expect(api.calls(`PUT /phone-numbers/${encodeURIComponent('+12125550100')}/destination`).map(({ headers, body }) => [headers.get('If-Match'), body])).toEqual([
      ['"1"', { type: 'VOICEMAIL', userId: id(2) }],
    ]);
  });

  it('F2 a direct number goes to its user, his box or elsewhere; F5 a refused target stands at the field', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Change where calls to (212) 555-0143 go' }));
    expect(dialog().getByRole('radio', { name: 'To Alan Turing' })).toBeChecked();
    await user.click(dialog().getByRole('radio', { name: 'To a number outside the company' }));
    expect(dialog().getByText(/presses 1 to take the call/)).toBeInTheDocument();
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    expect(dialog().getByText('Type the number that calls are forwarded to.')).toBeInTheDocument();
    await user.type(dialog().getByRole('textbox', { name: 'Forward to' }), '911');
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(dialog().getByRole('textbox', { name: 'Forward to' })).toHaveAccessibleDescription(/emergency/));
    await user.clear(dialog().getByRole('textbox', { name: 'Forward to' }));
    await user.type(dialog().getByRole('textbox', { name: 'Forward to' }), '+12125550187');
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Forwarded to +1 212 555 0187')).toBeInTheDocument();
  });
});
