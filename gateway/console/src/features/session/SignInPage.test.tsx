import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { demo } from '@/testing/mockApi/state';
import { renderApp } from '@/testing/renderApp';

type Rendered = ReturnType<typeof renderApp>;

async function signIn({ user }: Rendered, password = demo.password) {
  await user.type(await screen.findByRole('textbox', { name: 'Email' }), demo.email);
  await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('sign-in', () => {
  it('A3 e-mail and password lead to the users', async () => {
    const app = renderApp('/sign-in');
    await signIn(app);
    expect(await screen.findByRole('heading', { name: 'Users' })).toBeVisible();
    expect(app.path()).toBe('/users');
    expect(app.api.calls('POST /session')[0]?.headers.get('X-XSRF-TOKEN')).toBe('from-cookie');
  });

  it('A3 a page behind sign-in asks to sign in and is shown afterwards', async () => {
    const app = renderApp('/users?search=ada');
    await signIn(app);
    expect(await screen.findByRole('heading', { name: 'Users' })).toBeVisible();
    expect(app.path()).toBe('/users?search=ada');
  });

  it('A3 a return address of another site is not followed', async () => {
    const app = renderApp('/sign-in?next=//evil.example/users');
    await signIn(app);
    expect(await screen.findByRole('heading', { name: 'Users' })).toBeVisible();
    expect(app.path()).toBe('/users');
  });

  it('A3 wrong e-mail and wrong password are told alike', async () => {
    const app = renderApp('/sign-in');
    await signIn(app, 'wrong');
    expect(await screen.findByRole('alert')).toHaveTextContent('The email or password is not right.');
    expect(app.path()).toBe('/sign-in');
  });

  it('A3 after too many failures the button waits as long as Retry-After says', async () => {
    const api = new MockApi().on('POST /session', () => problem(429, 'auth.too-many-attempts', {}, { 'Retry-After': '20' }));
    const app = renderApp('/sign-in', api);
    await signIn(app);
    expect(await screen.findByRole('alert')).toHaveTextContent('Please wait 20 seconds');
    await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(api.calls('POST /session')).toHaveLength(1);
  });

  it('A3 a locked sign-in says for how long', async () => {
    const api = new MockApi().on('POST /session', () => problem(429, 'auth.locked', {}, { 'Retry-After': '1800' }));
    await signIn(renderApp('/sign-in', api));
    expect(await screen.findByRole('alert')).toHaveTextContent('locked for 30 minutes');
  });

  it('D3 the way to a forgotten password takes the address along', async () => {
    const { user, path } = renderApp('/sign-in');
    await user.type(await screen.findByRole('textbox', { name: 'Email' }), demo.email);
    await user.click(screen.getByRole('link', { name: 'Forgot password?' }));
    expect(await screen.findByRole('heading', { name: 'Forgot your password?' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Email' })).toHaveValue(demo.email);
    expect(path()).toBe('/forgot-password');
  });

  it('A3 empty fields are told at the fields and nothing is sent', async () => {
    const { user, api } = renderApp('/sign-in');
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('Enter your email address.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Email' })).toHaveAccessibleDescription(/Enter your email/);
    expect(api.calls('POST /session')).toHaveLength(0);
  });
});

describe('two-step sign-in', () => {
  const withTwoStep = () => {
    const api = new MockApi();
    api.state.twoSteps.set(demo.id, { enabled: true, recoveryCodes: ['ABCD-EFGH-JKLM-NPQR'] });
    return api;
  };

  it('A3 after the password a code of the app is asked for, with spaces or without', async () => {
    const app = renderApp('/sign-in', withTwoStep());
    await signIn(app);
    expect(await screen.findByRole('heading', { name: 'One more step' })).toBeVisible();
    const code = screen.getByRole('textbox', { name: 'Code' });
    expect(code).toHaveFocus();
    await app.user.type(code, '123 456');
    await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('heading', { name: 'Users' })).toBeVisible();
    expect(app.api.calls('POST /session').at(-1)?.body).toEqual({ email: demo.email, password: demo.password, code: '123456' });
  });

  it('A3 a wrong code is told at its field and leaves the person where he is', async () => {
    const app = renderApp('/sign-in', withTwoStep());
    await signIn(app);
    await app.user.type(await screen.findByRole('textbox', { name: 'Code' }), '000000');
    await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Code' })).toHaveAccessibleDescription(/code is not right/));
    expect(app.path()).toBe('/sign-in');
  });

  it('A3 who has lost the phone uses a recovery code', async () => {
    const app = renderApp('/sign-in', withTwoStep());
    await signIn(app);
    await app.user.click(await screen.findByRole('button', { name: 'Use a recovery code instead' }));
    await app.user.type(screen.getByRole('textbox', { name: 'Recovery code' }), 'abcd-efgh-jklm-npqr');
    await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('heading', { name: 'Users' })).toBeVisible();
  });

  it('A3 too many wrong codes make it wait', async () => {
    const api = withTwoStep();
    const app = renderApp('/sign-in', api);
    await signIn(app);
    const code = await screen.findByRole('textbox', { name: 'Code' });
    api.on('POST /session', () => problem(429, 'auth.too-many-attempts', {}, { 'Retry-After': '20' }));
    await app.user.type(code, '000000');
    await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Please wait 20 seconds');
    const asked = api.calls('POST /session').length;
    await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(api.calls('POST /session')).toHaveLength(asked);
  });

  it('A3 an empty code is not sent, and the way back forgets the password', async () => {
    const app = renderApp('/sign-in', withTwoStep());
    await signIn(app);
    await app.user.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('Enter the code.')).toBeVisible();
    expect(app.api.calls('POST /session')).toHaveLength(1);
    await app.user.click(screen.getByRole('button', { name: 'Sign in as somebody else' }));
    expect(screen.getByRole('textbox', { name: 'Email' })).toHaveValue(demo.email);
    expect(screen.getByLabelText('Password')).toHaveValue('');
  });

  it('A3 a password that was changed in between leads back to the first step, which says so', async () => {
    const api = withTwoStep();
    const app = renderApp('/sign-in', api);
    await signIn(app);
    api.state.passwords.set(demo.email, 'another-password');
    await app.user.type(await screen.findByRole('textbox', { name: 'Code' }), '123456');
    await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The email or password is not right.');
    expect(screen.getByLabelText('Password')).toBeVisible();
  });

  it('an admin who must have it sets it up before all else, and then comes where he wanted to go', async () => {
    const api = new MockApi().signedIn();
    api.state.security = { twoStepRequiredForAdmins: true, version: 2 };
    const { user, path } = renderApp('/users?plan=PRO', api);
    expect(await screen.findByText(/Your company requires two-step sign-in for admins. Set it up/)).toBeVisible();
    expect(path()).toBe('/settings/two-step');
    expect(screen.queryByRole('navigation', { name: 'Main' })).not.toBeInTheDocument();
    await user.type(await screen.findByLabelText('Present password'), demo.password);
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.type(await screen.findByRole('textbox', { name: 'Code that the app shows' }), '123456');
    await user.click(screen.getByRole('button', { name: 'Switch on' }));
    await user.click(await screen.findByRole('checkbox', { name: 'I have kept these codes' }));
    await screen.findByRole('navigation', { name: 'Main' });
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    expect(await screen.findByRole('heading', { name: 'Users' })).toBeVisible();
    expect(path()).toBe('/users?plan=PRO');
  });
});

describe('the session', () => {
  it('A4 the account menu shows who is signed in and signs out at once', async () => {
    const { user, api, path } = renderApp('/users', new MockApi().signedIn());
    await user.click(await screen.findByRole('button', { name: /Account menu/ }));
    const menu = (await screen.findByRole('menu')).parentElement;
    if (menu === null) throw new Error('The menu has no frame');
    expect(within(menu.parentElement ?? menu).getByText(demo.email)).toBeInTheDocument();
    await user.click(screen.getByRole('menuitem', { name: 'Sign out' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(path()).toBe('/sign-in');
    expect(api.calls('DELETE /session')).toHaveLength(1);
  });

  it('A4 a session that ends leads to sign-in and back', async () => {
    const api = new MockApi().signedIn().on('GET /users', () => problem(401, 'auth.required'), 1);
    const { path } = renderApp('/users?plan=PRO', api);
    expect(await screen.findByText('Your session has ended. Please sign in again.')).toBeVisible();
    expect(path()).toBe('/sign-in?next=%2Fusers%3Fplan%3DPRO');
  });

  it('A6 a person who is not an admin sees his own page', async () => {
    const session = {
      user: { id: 'u', firstName: 'Ada', lastName: 'Lovelace', email: 'ada@demo.example', role: 'USER' as const },
      account: { id: 'a', companyName: 'Demo Company' },
    };
    renderApp('/users', new MockApi().signedIn(session));
    expect(await screen.findByRole('heading', { name: 'Welcome, Ada' })).toBeVisible();
    expect(screen.queryByRole('navigation', { name: 'Main' })).not.toBeInTheDocument();
    expect(screen.getByText('The page you asked for is for admins only.')).toBeVisible();
  });

  it('an address that does not exist has a page that says so', async () => {
    renderApp('/nowhere');
    expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeVisible();
    expect(document.title).toBe('Page not found – Switchboard');
  });
});
