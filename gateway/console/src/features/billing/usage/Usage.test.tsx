import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { json, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { demoSession, id } from '@/testing/mockApi/state';
import { renderApp } from '@/testing/renderApp';

const dialog = () => within(screen.getByRole('dialog'));
const emilie = /Émilie du Châtelet.*Basic.*912 of 500.*228/;

function open(api = new MockApi().signedIn(), entry = '/billing/usage') {
  return renderApp(entry, api);
}

describe('usage', () => {
  it('E9 minutes per user, with the plan that would serve better, its reason and what it saves', async () => {
    const { user, path } = open(undefined, '/billing');
    await user.click(await screen.findByRole('tab', { name: 'Usage' }));
    const table = within(await screen.findByRole('grid', { name: 'Usage in November 2026' }));
    expect(path()).toBe('/billing/usage');
    expect(table.getByRole('row', { name: /Grace Hopper.*Pro.*1,430, unlimited/ })).toBeInTheDocument();
    const over = within(table.getByRole('row', { name: emilie }));
    expect(over.getByText('Plus: 912 minutes a month on average are more than included.')).toBeInTheDocument();
    expect(over.getByText('Costs $5.00 more')).toBeInTheDocument();
    const within400 = within(table.getByRole('row', { name: /Barbara Liskov/ }));
    expect(within400.getByText('Basic: 112 minutes a month on average are well within what it includes.')).toBeInTheDocument();
    expect(within400.getByText('Saves $5.00')).toBeInTheDocument();
    expect(table.getAllByRole('checkbox')).toHaveLength(4);
  });

  it('E9 the month and only those with advice are chosen above, and stand in the address', async () => {
    const { user, api, path } = open();
    await screen.findByRole('row', { name: emilie });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Month' }), 'October 2026');
    expect(await screen.findByRole('grid', { name: 'Usage in October 2026' })).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Only those with advice' }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /Grace Hopper/ })).not.toBeInTheDocument());
    expect(path()).toBe('/billing/usage?month=2026-10&advised=true');
    expect(api.calls('GET /usage').at(-1)?.query.toString()).toBe('limit=50&advised=true&month=2026-10');
  });

  it('E9 several are changed at once, with one quote for all', async () => {
    const { user, api } = open();
    await screen.findByRole('row', { name: emilie });
    await user.click(screen.getByRole('button', { name: 'Change plans…' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Choose all with advice' }));
    expect(screen.getByText('3 chosen')).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Choose Edsger Dijkstra' }));
    expect(screen.getByText('2 chosen')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Change plans…' }));
    expect(await screen.findByRole('dialog', { name: 'Change 2 plans?' })).toBeInTheDocument();
    expect(dialog().getByText('Émilie du Châtelet: Basic to Plus')).toBeInTheDocument();
    expect(dialog().getByText('Barbara Liskov: Plus to Basic')).toBeInTheDocument();
    expect((await dialog().findAllByText(/, as before$/)).length).toBe(2);
    expect(api.calls('POST /quotes')).toHaveLength(1);

    await user.click(dialog().getByRole('button', { name: 'Change 2 plans' }));
    expect(await screen.findByText('2 plans are changed')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(api.calls(`PUT /users/${id(4)}/plan`).map(({ body }) => body)).toEqual([{ plan: 'PLUS', acceptCharges: true }]);
    expect(api.calls(`PUT /users/${id(9)}/plan`).map(({ body }) => body)).toEqual([{ plan: 'BASIC', acceptCharges: true }]);
    expect(await screen.findByRole('row', { name: /Émilie du Châtelet.*Plus.*912, unlimited/ })).toBeInTheDocument();
    expect(screen.queryByText('2 chosen')).not.toBeInTheDocument();
  });

  it('E9 a row that is refused does not stop the others, and says why', async () => {
    const api = new MockApi().signedIn().on(`PUT /users/${id(4)}/plan`, () => problem(409, 'plan.past-due'));
    const { user } = open(api);
    await screen.findByRole('row', { name: emilie });
    await user.click(screen.getByRole('checkbox', { name: 'Choose all with advice' }));
    await user.click(screen.getByRole('button', { name: 'Change plans…' }));
    await dialog().findAllByText(/less: /);
    await user.click(dialog().getByRole('button', { name: 'Change 3 plans' }));
    expect(await screen.findByRole('dialog', { name: '1 plan was not changed' })).toBeInTheDocument();
    expect(dialog().getByText('2 plans are changed')).toBeInTheDocument();
    const results = within(dialog().getByRole('list', { name: 'Results' }));
    expect(results.getByText(/^Émilie du Châtelet keeps Basic: .*Dearer plans can be chosen again/)).toBeInTheDocument();
    expect(results.getByText('Barbara Liskov now has Basic.')).toBeInTheDocument();
    await user.click(dialog().getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(api.calls(`PUT /users/${id(8)}/plan`)).toHaveLength(1);
  });

  it('A4 when the session ends half-way, nothing more is asked for', async () => {
    const api = new MockApi().signedIn();
    api.on(`PUT /users/${id(4)}/plan`, () => problem(401, 'auth.required'));
    const { user } = open(api);
    await screen.findByRole('row', { name: emilie });
    await user.click(screen.getByRole('checkbox', { name: 'Choose all with advice' }));
    await user.click(screen.getByRole('button', { name: 'Change plans…' }));
    await dialog().findAllByText(/less: /);
    await user.click(dialog().getByRole('button', { name: 'Change 3 plans' }));
    await waitFor(() => expect(api.calls(`PUT /users/${id(4)}/plan`)).toHaveLength(1));
    expect(api.calls(`PUT /users/${id(8)}/plan`)).toHaveLength(0);
    expect(api.calls(`PUT /users/${id(9)}/plan`)).toHaveLength(0);
  });

  it('C2 without a price nothing is changed; the quote can be asked for again', async () => {
    const api = new MockApi().signedIn().on('POST /quotes', () => problem(500, 'internal.error'), 1);
    const { user } = open(api);
    await screen.findByRole('row', { name: emilie });
    await user.click(screen.getByRole('checkbox', { name: 'Choose Émilie du Châtelet' }));
    await user.click(screen.getByRole('button', { name: 'Change plans…' }));
    await dialog().findByRole('button', { name: 'Try again' });
    await user.click(dialog().getByRole('button', { name: 'Change 1 plan' }));
    expect(api.calls(`PUT /users/${id(4)}/plan`)).toHaveLength(0);
    await user.click(dialog().getByRole('button', { name: 'Try again' }));
    expect((await dialog().findAllByText(/\$5\.00 more: /)).length).toBe(2);
  });

  it('E9 before the first call, without advice, and of who was deleted', async () => {
    const row = { userId: id(2), plan: 'PLUS', minutes: 0, calls: 0, advice: null };
    const none = { month: '2026-11', months: ['2026-11'], items: [row], total: 1, next: null };
    const first = open(new MockApi().signedIn().on('GET /usage', () => json(200, none)));
    expect(await screen.findByRole('heading', { name: 'No calls yet' })).toBeInTheDocument();
    first.unmount();

    const nobody = { ...none, items: [], total: 0 };
    const second = open(new MockApi().signedIn().on('GET /usage', () => json(200, nobody), 1), '/billing/usage?advised=true');
    expect(await screen.findByRole('heading', { name: 'No advice at the moment' })).toBeInTheDocument();
    await second.user.click(screen.getByRole('button', { name: 'Show everybody' }));
    expect(await screen.findByRole('row', { name: /Grace Hopper/ })).toBeInTheDocument();
    second.unmount();

    const gone = { ...none, items: [{ userId: id(999), plan: null, minutes: 12, calls: 3 }] };
    open(new MockApi().signedIn().on('GET /usage', () => json(200, gone)));
    expect(await screen.findByRole('row', { name: /deleted user.*none.*12.*3/ })).toBeInTheDocument();
  });

  it('what cannot be loaded can be tried again; A6 it is for admins only', async () => {
    const api = new MockApi().signedIn().on('GET /usage', () => problem(500, 'internal.error'), 1);
    const { user, unmount } = open(api);
    expect(await screen.findByText('Usage could not be loaded')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('grid', { name: 'Usage in November 2026' })).toBeInTheDocument();
    unmount();

    const session = { ...demoSession, user: { ...demoSession.user, role: 'USER' as const } };
    open(new MockApi().signedIn(session));
    expect(await screen.findByText('The page you asked for is for admins only.')).toBeVisible();
  });
});
