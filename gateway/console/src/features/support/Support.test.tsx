import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { id } from '@/testing/mockApi/state';
import { demoEmployee } from '@/testing/mockApi/support';
import { renderApp } from '@/testing/renderApp';

const account = `/support/accounts/${id(900)}?search=demo`;
const changes = `PUT /support/accounts/${id(900)}/admin`;
const support = () => new MockApi().signedInAsSupport();

async function signIn({ user }: ReturnType<typeof renderApp>, password = demoEmployee.password) {
  await user.type(await screen.findByRole('textbox', { name: 'Email' }), demoEmployee.email);
  await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('the door of support', () => {
  it('I1 support signs in at its own path and out again', async () => {
    const app = renderApp('/support');
    await signIn(app);
    expect(await screen.findByRole('heading', { name: 'Accounts' })).toBeVisible();
    expect(app.api.calls('POST /support/session')).toHaveLength(1);
    await app.user.click(screen.getByRole('button', { name: 'Sign out' }));
    expect(await screen.findByRole('heading', { name: 'Support sign-in' })).toBeVisible();
    expect(app.path()).toBe('/support/sign-in');
  });

  it('I1 after sign-in the page that was asked for is shown, and no other than support’s', async () => {
    const app = renderApp(account);
    await signIn(app);
    expect(await screen.findByRole('heading', { name: 'Demo Company' })).toBeVisible();
    expect(app.path()).toBe(account);
    const other = renderApp('/support/sign-in?next=/users', support());
    await waitFor(() => expect(other.path()).toBe('/support'));
  });

  it('A3 wrong e-mail and wrong password are told alike, and there is no way to sign up', async () => {
    const app = renderApp('/support/sign-in');
    await signIn(app, 'wrong');
    expect(await screen.findByRole('alert')).toHaveTextContent('The email or password is not right.');
    expect(screen.queryByRole('link', { name: 'Create an account' })).not.toBeInTheDocument();
  });

  it('I1 support never sees the pages of a company', async () => {
    for (const address of ['/', '/users', '/audit', '/company/security', '/settings']) {
      const api = support();
      const { path, unmount } = renderApp(address, api);
      expect(await screen.findByRole('heading', { name: 'Accounts' })).toBeVisible();
      expect(path()).toBe('/support');
      expect(api.calls('GET /users')).toHaveLength(0);
      unmount();
    }
  });

  it('I1 an admin never sees the pages of support; signing in there ends his session here', async () => {
    const api = new MockApi().signedIn();
    const { path } = renderApp('/support?search=demo', api);
    expect(await screen.findByText(/You are signed in as Grace Hopper of Demo Company. Signing in here ends that/)).toBeVisible();
    expect(path()).toBe('/support/sign-in?next=%2Fsupport%3Fsearch%3Ddemo');
    expect(api.calls('GET /support/accounts')).toHaveLength(0);
  });

  it('A4 a session of support that ends leads to its own door', async () => {
    const api = support().on('GET /support/accounts', () => problem(401, 'auth.required'));
    const { path } = renderApp('/support?search=demo', api);
    expect(await screen.findByText('Your session has ended. Please sign in again.')).toBeVisible();
    expect(path()).toBe('/support/sign-in?next=%2Fsupport%3Fsearch%3Ddemo');
  });
});

describe('finding an account', () => {
  it('I1 by company, e-mail address or number', async () => {
    const { user, api, path } = renderApp('/support', support());
    const search = await screen.findByRole('textbox', { name: 'Search accounts' });
    await user.type(search, 'd');
    expect(screen.getByText(/Type at least 2 characters/)).toBeVisible();
    await user.type(search, 'emo');
    expect(await screen.findByRole('link', { name: 'Demo Company' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Demolition Partners' })).toBeVisible();
    expect(screen.getByText('Past due')).toBeVisible();
    expect(path()).toBe('/support?search=demo');
    await user.clear(search);
    await user.type(search, '5550138');
    expect(await screen.findByRole('link', { name: 'Harbor Light Books' })).toBeVisible();
    expect(api.calls('GET /support/accounts').every(({ query }) => (query.get('search') ?? '').length >= 2)).toBe(true);
  });

  it('empty: says what can be searched', async () => {
    renderApp('/support?search=nothing-like-it', support());
    expect(await screen.findByRole('heading', { name: 'No account found' })).toBeVisible();
  });

  it('an error is told with a way to try again; slow is shown as slow', async () => {
    const { user, unmount } = renderApp('/support?search=demo', support().on('GET /support/accounts', () => problem(500, 'internal.error'), 1));
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Demo Company' })).toBeVisible();
    unmount();
    renderApp('/support?search=demo', support().on('GET /support/accounts', () => new Promise<Response>(() => undefined)));
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });
});

describe('changing the admin', () => {
  const open = async ({ user }: ReturnType<typeof renderApp>, name: string) => {
    await user.click(await screen.findByRole('button', { name: `Make ${name} admin` }));
    return within(await screen.findByRole('dialog', { name: new RegExp(`Make ${name} admin`) }));
  };

  it('I1 in place of the one before, with a reason; the consequence is told before', async () => {
    const app = renderApp(account, support());
    const dialog = await open(app, 'Alan Turing');
    expect(dialog.getByText(/becomes the admin of Demo Company, and Grace Hopper is no admin any more/)).toBeVisible();
    await app.user.type(dialog.getByRole('textbox', { name: 'Reason' }), ' Grace left the company ');
    await app.user.click(dialog.getByRole('button', { name: 'Make admin' }));
    expect(await screen.findByText('Alan Turing is now admin of Demo Company')).toBeVisible();
    expect(app.api.calls(changes)[0]?.body).toEqual({ userId: id(2), reason: 'Grace left the company', keepOthers: false });
    const row = screen.getByRole('row', { name: /Alan Turing/ });
    expect(await within(row).findByText('Admin')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Make Grace Hopper admin' })).toBeVisible();
  });

  it('I1 or beside those before, who can be taken out of it afterwards', async () => {
    const app = renderApp(account, support());
    const dialog = await open(app, 'Alan Turing');
    await app.user.type(dialog.getByRole('textbox', { name: 'Reason' }), 'Grace is on leave');
    await app.user.click(dialog.getByRole('checkbox', { name: 'Grace Hopper stays admin, too' }));
    expect(dialog.getByText(/becomes an admin of Demo Company, beside Grace Hopper/)).toBeVisible();
    await app.user.click(dialog.getByRole('button', { name: 'Make admin' }));
    expect(await screen.findByRole('button', { name: 'Make Alan Turing the only admin' })).toBeVisible();
    expect(app.api.calls(changes)[0]?.body).toMatchObject({ keepOthers: true });
  });

  it('I1 without a reason nothing is sent', async () => {
    const app = renderApp(account, support());
    const dialog = await open(app, 'Alan Turing');
    await app.user.type(dialog.getByRole('textbox', { name: 'Reason' }), '   ');
    await app.user.click(dialog.getByRole('button', { name: 'Make admin' }));
    expect(await dialog.findByText('Please say why.')).toBeVisible();
    expect(app.api.calls(changes)).toHaveLength(0);
  });

  it('I1 only an active person who is not the only admin can become it', async () => {
    renderApp(account, support());
    expect(await screen.findByRole('row', { name: /Hedy Lamarr.*Suspended/ })).toBeVisible();
    const buttons = screen.getAllByRole('button', { name: /^Make / }).map((button) => button.getAttribute('aria-label'));
    expect(buttons).toEqual(['Make Alan Turing admin']);
  });

  it('I1 people are searched', async () => {
    const { user } = renderApp(account, support());
    await user.type(await screen.findByRole('textbox', { name: 'Search people' }), 'lovelace');
    await waitFor(() => expect(screen.queryByRole('row', { name: /Alan Turing/ })).not.toBeInTheDocument());
    expect(screen.getByRole('row', { name: /Ada Lovelace.*Has not yet joined/ })).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Search people' }), 'xyz');
    expect(await screen.findByRole('heading', { name: 'Nobody found' })).toBeVisible();
  });

  it('an error is told in the dialog and keeps the reason', async () => {
    const app = renderApp(account, support().on(changes, () => problem(409, 'user.state-conflict')));
    const dialog = await open(app, 'Alan Turing');
    await app.user.type(dialog.getByRole('textbox', { name: 'Reason' }), 'Grace left');
    await app.user.click(dialog.getByRole('button', { name: 'Make admin' }));
    expect(await dialog.findByText('The admin was not changed')).toBeVisible();
    expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveValue('Grace left');
  });

  it('an address without its search leads back to the search', async () => {
    renderApp(`/support/accounts/${id(900)}`, support());
    expect(await screen.findByRole('heading', { name: 'Search for this account again' })).toBeVisible();
  });
});
