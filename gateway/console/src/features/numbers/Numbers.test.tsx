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
});
