import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { demoSession } from '@/testing/mockApi/state';
import { renderApp } from '@/testing/renderApp';

const begin = () => screen.findByRole('textbox', { name: 'Extensions begin at' });
const puts = (api: MockApi, path: string) => api.calls(`PUT ${path}`).map(({ headers, body }) => [headers.get('If-Match'), body]);

describe('phone settings', () => {
  it('F4 extensions begin elsewhere, and a range is kept back', async () => {
    const { user, api } = renderApp('/phone-settings', new MockApi().signedIn());
    const field = await begin();
    expect(field).toHaveValue('101');
    await user.clear(field);
    await user.type(field, '2000');
    await user.click(screen.getByRole('button', { name: 'Add a range' }));
    await user.type(screen.getByRole('textbox', { name: 'From' }), '800');
    await user.type(screen.getByRole('textbox', { name: 'To' }), '899');
    await user.click(screen.getByRole('button', { name: 'Save extensions' }));
    expect(await screen.findByText('Phone settings are saved')).toBeInTheDocument();
    expect(puts(api, '/extension-settings')).toEqual([['"0"', { firstAssigned: 2000, reservedRanges: [{ first: 800, last: 899 }] }]]);
    await user.click(await screen.findByRole('button', { name: 'Remove the range 800 to 899' }));
    expect(screen.getByText('None: every extension can be given to a user.')).toBeInTheDocument();
  });

  it('F4 what is no extension is told before it is sent; what the API refuses stands at its range', async () => {
    const { user, api } = renderApp('/phone-settings', new MockApi().signedIn());
    await user.clear(await begin());
    await user.click(screen.getByRole('button', { name: 'Save extensions' }));
    expect(await begin()).toHaveAccessibleDescription(/3 to 6 digits/);
    expect(puts(api, '/extension-settings')).toHaveLength(0);
    await user.type(await begin(), '101');
    await user.click(screen.getByRole('button', { name: 'Add a range' }));
    await user.type(screen.getByRole('textbox', { name: 'From' }), '899');
    await user.type(screen.getByRole('textbox', { name: 'To' }), '800');
    await user.click(screen.getByRole('button', { name: 'Save extensions' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'From' })).toHaveAccessibleDescription(/request.invalid/));
  });

  it('F5 countries are added and removed, at least one stays', async () => {
    const { user, api } = renderApp('/phone-settings', new MockApi().signedIn());
    const list = await screen.findByRole('list', { name: 'Countries that calls can be forwarded to' });
    expect(within(list).getByText('United States')).toBeInTheDocument();
    await user.type(screen.getByRole('combobox', { name: 'Add a country' }), 'Cana');
    await user.click(await screen.findByRole('option', { name: 'Canada' }));
    await user.click(screen.getByRole('button', { name: 'Save countries' }));
    await waitFor(() => expect(puts(api, '/forwarding-countries')).toEqual([['"0"', { countries: ['US', 'CA'] }]]));
    await user.click(await screen.findByRole('button', { name: 'Remove Canada' }));
    await user.click(screen.getByRole('button', { name: 'Remove United States' }));
    await user.click(screen.getByRole('button', { name: 'Save countries' }));
    expect(screen.getByText('Choose at least one country.')).toBeInTheDocument();
  });

  it('D1 another admin who was faster is not overwritten: the page shows what is so now', async () => {
    const api = new MockApi().signedIn();
    const { user } = renderApp('/phone-settings', api);
    const field = await begin();
    api.state.extensionSettings = { firstAssigned: 500, reservedRanges: [], version: 3 };
    await user.clear(field);
    await user.type(field, '600');
    await user.click(screen.getByRole('button', { name: 'Save extensions' }));
    expect(await screen.findByText('Another admin was faster: this shows what is so now')).toBeInTheDocument();
    await waitFor(async () => expect(await begin()).toHaveValue('500'));
  });

  it('what cannot be loaded can be tried again', async () => {
    const api = new MockApi().signedIn().on('GET /extension-settings', () => problem(500, 'internal.error'), 1);
    const { user } = renderApp('/phone-settings', api);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await begin()).toHaveValue('101');
  });

  it('A6 is for admins only', async () => {
    const session = { ...demoSession, user: { ...demoSession.user, role: 'USER' as const } };
    renderApp('/phone-settings', new MockApi().signedIn(session));
    expect(await screen.findByText('The page you asked for is for admins only.')).toBeVisible();
  });
});
