import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { demoSession, id } from '@/testing/mockApi/state';
import { renderApp } from '@/testing/renderApp';
import { exportAddress, noFilter, queryOf } from './auditView';

const sentence = 'Grace Hopper suspended Hedy Lamarr';
const render = (address = '/audit', api = new MockApi().signedIn()) => renderApp(address, api);
const lastQuery = (api: MockApi) => Object.fromEntries(api.calls('GET /audit').at(-1)?.query ?? []);

describe('the audit log', () => {
  it('H2 is reached by the navigation and tells each act as a sentence, the newest first', async () => {
    const { user, path } = render('/users');
    await user.click(await screen.findByRole('link', { name: 'Audit log' }));
    const rows = await screen.findAllByRole('row');
    await screen.findByText(sentence);
    expect(rows.length).toBeGreaterThan(2);
    expect(path()).toBe('/audit');
    expect(screen.getByText('Grace Hopper deleted a deleted person')).toBeVisible();
  });

  it('H2 details are shown on demand: when exactly, from where, with which device, why', async () => {
    const { user } = render();
    const row = (await screen.findByText(/made Grace Hopper the admin/)).closest('tr');
    if (row === null) throw new Error('The sentence is in no row');
    expect(screen.queryByText('Asked by phone, identity checked')).not.toBeInTheDocument();
    await user.click(within(row).getByRole('button', { name: 'Details' }));
    expect(await screen.findByText('Asked by phone, identity checked')).toBeVisible();
    expect(screen.getByText('Chrome on Mac')).toBeVisible();
    expect(screen.getByText('No longer admins')).toBeVisible();
    await user.click(within(row).getByRole('button', { name: 'Details' }));
    expect(screen.queryByText('Chrome on Mac')).not.toBeInTheDocument();
  });

  it('H2 is filtered by person, action and days; the address keeps it', async () => {
    const { user, api, path } = render();
    await user.type(await screen.findByRole('combobox', { name: 'Done to' }), 'hedy');
    await user.click(await screen.findByRole('option', { name: /Hedy Lamarr/ }));
    await waitFor(() => expect(lastQuery(api)).toMatchObject({ subject: id(5) }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Action' }), 'Person suspended');
    await waitFor(() => expect(lastQuery(api)).toMatchObject({ subject: id(5), action: 'user.suspended' }));
    expect(path()).toBe(`/audit?subject=${id(5)}&action=user.suspended`);
    expect(await screen.findByText(sentence)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await waitFor(() => expect(path()).toBe('/audit'));
  });

  it('H2 an address with filters shows them, also for a person who was deleted', async () => {
    const { api } = render(`/audit?actor=${id(99)}&action=call-forwarding.changed&from=2026-03-02&to=2026-03-03`);
    expect(await screen.findByRole('combobox', { name: 'Done by' })).toHaveValue('a deleted person');
    expect(screen.getByRole('combobox', { name: 'Action' })).toHaveDisplayValue('call forwarding changed');
    expect(screen.getByLabelText('From', { selector: 'input' })).toHaveValue('2026-03-02');
    expect(lastQuery(api)).toMatchObject(queryOf({ ...noFilter, from: '2026-03-02', to: '2026-03-03' }));
  });

  it('H2 both days belong to the range, as the reader’s clock has them', () => {
    const { from, to } = queryOf({ ...noFilter, from: '2026-03-02', to: '2026-03-02' });
    expect(from).toBe(new Date(2026, 2, 2).toISOString());
    expect(to).toBe(new Date(2026, 2, 3).toISOString());
  });

  it('H2 a range that ends before it begins is told at the field and not asked for', async () => {
    const { api } = render('/audit?from=2026-03-05&to=2026-03-01');
    expect(await screen.findByText('This day is before the first one.')).toBeVisible();
    expect(api.calls('GET /audit')).toHaveLength(0);
    expect(screen.queryByRole('link', { name: 'Export as CSV' })).not.toBeInTheDocument();
  });

  it('H2 everything by the same person is one click away', async () => {
    const { user, path } = render();
    const row = (await screen.findByText(sentence)).closest('tr');
    if (row === null) throw new Error('The sentence is in no row');
    await user.click(within(row).getByRole('button', { name: 'Details' }));
    await user.click(await screen.findByRole('button', { name: 'Everything done by Grace Hopper' }));
    await waitFor(() => expect(path()).toBe(`/audit?actor=${id(1)}`));
  });

  it('H2 pages go on and back', async () => {
    const { user, path } = render();
    expect(await screen.findByText('1–50 of 60')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('51–60 of 60')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Previous page' }));
    expect(await screen.findByText('1–50 of 60')).toBeVisible();
    expect(path()).toBe('/audit');
  });

  it('H2 the export is a plain download with the same filters', async () => {
    render('/audit?action=user.suspended');
    const link = await screen.findByRole('link', { name: 'Export as CSV' });
    expect(link).toHaveAttribute('href', '/api/v1/audit/export?action=user.suspended');
    expect(link).toHaveAttribute('download');
    expect(exportAddress(noFilter)).toBe('/api/v1/audit/export');
  });

  it('empty: says so and offers to clear the filters', async () => {
    const { user } = render('/audit?action=user.restored');
    expect(await screen.findByRole('heading', { name: 'No entries' })).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] ?? document.body);
    expect(await screen.findByText(sentence)).toBeVisible();
  });

  it('an error is told with a way to try again', async () => {
    const { user } = render('/audit', new MockApi().signedIn().on('GET /audit', () => problem(500, 'internal.error'), 1));
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(sentence)).toBeVisible();
  });

  it('a cursor that is no longer good leads to the first page', async () => {
    const { path } = render('/audit?cursor=gone&page=4', new MockApi().signedIn());
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(path()).toBe('/audit');
  });

  it('slow: the table says that it is loading', async () => {
    render('/audit', new MockApi().signedIn().on('GET /audit', () => new Promise<Response>(() => undefined)));
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('A6 is for admins only', async () => {
    const api = new MockApi().signedIn({ ...demoSession, user: { ...demoSession.user, role: 'USER' } });
    render('/audit', api);
    expect(await screen.findByText('The page you asked for is for admins only.')).toBeVisible();
    expect(api.calls('GET /audit')).toHaveLength(0);
  });
});
