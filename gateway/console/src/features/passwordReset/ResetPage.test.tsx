import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fieldProblem, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { renderApp } from '@/testing/renderApp';

const password = 'difference-engine-2';

async function setPassword({ user }: ReturnType<typeof renderApp>, typed: string) {
  await user.type(await screen.findByLabelText('New password'), typed);
  await user.click(screen.getByRole('button', { name: 'Set new password' }));
}

describe('a link that works', () => {
  it('D3 the person sets a new password and signs in with it, also where a session was open', async () => {
    const app = renderApp('/reset#pending', new MockApi().signedIn());
    expect(await screen.findByText(/Hello Grace, choose a new password for Demo Company/)).toBeVisible();
    await setPassword(app, password);
    expect(await screen.findByText('Your new password is set')).toBeVisible();
    expect(app.path()).toBe('/sign-in');
    expect(app.api.calls('POST /password-resets/complete')[0]?.body).toEqual({ token: 'pending', password });
  });

  it('I16 the secret leaves the address bar and is in no address, log, storage or query key', async () => {
    const { api, client, router } = renderApp('/reset#pending');
    await screen.findByLabelText('New password');
    expect(router.state.location.hash).toBe('');
    expect(api.asked.map(({ path, query }) => `${path}?${query.toString()}`).join()).not.toContain('pending');
    expect(JSON.stringify(client.getQueryCache().getAll().map(({ queryKey }) => queryKey))).not.toContain('pending');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage, state: window.history.state as unknown })).not.toContain('pending');
  });

  it('A5 a hint tells what to do while the password is typed', async () => {
    const { user } = renderApp('/reset#pending');
    const field = await screen.findByLabelText('New password');
    expect(field).toHaveAccessibleDescription(/Three or four words/);
    await user.type(field, 'short');
    expect(field).toHaveAccessibleDescription(/Too short: 7 more characters/);
    await user.clear(field);
    await user.type(field, 'Demo Company 1');
    expect(field).toHaveAccessibleDescription(/take words that have nothing to do with you/);
    await user.clear(field);
    await user.type(field, 'four lighthouses at low tide');
    expect(field).toHaveAccessibleDescription(/Strong\./);
  });

  it('A5 a password that breaks a rule is not sent', async () => {
    const app = renderApp('/reset#pending');
    await setPassword(app, 'short');
    expect(await screen.findByText('This password does not meet the rules below.')).toBeVisible();
    expect(app.api.calls('POST /password-resets/complete')).toHaveLength(0);
  });

  it.each([
    ['password.too-common', /Many people use this password/],
    ['password.personal', /little more than your name, email or company/],
    ['password.same', /your present password/],
    ['password.too-short', /too short/],
    ['password.too-long', /too long/],
  ])('A5 %s is explained at the field', async (code, text) => {
    const api = new MockApi().on('POST /password-resets/complete', () => fieldProblem(422, code, '/password'));
    const app = renderApp('/reset#pending', api);
    await setPassword(app, password);
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.queryByText('Your password was not changed')).not.toBeInTheDocument();
  });

  it('I11 a link that was used meanwhile says so', async () => {
    const api = new MockApi().on('POST /password-resets/complete', () => problem(409, 'password-reset.used'));
    await setPassword(renderApp('/reset#pending', api), password);
    expect(await screen.findByText(/This link was used before/)).toBeVisible();
    expect(screen.queryByLabelText('New password')).not.toBeInTheDocument();
  });

  it('an error leaves what was typed and can be tried again', async () => {
    const api = new MockApi().on('POST /password-resets/complete', () => problem(500, 'internal.error'), 1);
    const app = renderApp('/reset#pending', api);
    await setPassword(app, password);
    expect(await screen.findByText('Your password was not changed')).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Set new password' }));
    expect(await screen.findByText('Your new password is set')).toBeVisible();
  });
});

describe('a link that does not work', () => {
  it.each([
    ['expired', 'This link has expired', 'Get a new link'],
    ['superseded', 'There is a newer link', 'Get a new link'],
    ['revoked', 'This link no longer works', 'Go to sign-in'],
    ['used', 'Your new password is set', 'Go to sign-in'],
    ['unheard-of', 'This link is not valid', 'Get a new link'],
  ])('D3 %s: %s, and what to do', async (token, sentence, next) => {
    renderApp(`/reset#${token}`);
    expect(await screen.findByRole('heading', { name: sentence })).toBeVisible();
    expect(screen.getByRole('link', { name: next })).toBeVisible();
    expect(screen.queryByLabelText('New password')).not.toBeInTheDocument();
  });

  it('without a link the page says where to find it', async () => {
    const { api } = renderApp('/reset');
    expect(await screen.findByRole('heading', { name: 'Open the link in your email' })).toBeVisible();
    expect(api.calls('POST /password-resets/inspect')).toHaveLength(0);
  });

  it('an error is told with a way to try again', async () => {
    const api = new MockApi().on('POST /password-resets/inspect', () => problem(500, 'internal.error'), 1);
    const { user } = renderApp('/reset#pending', api);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByLabelText('New password')).toBeVisible();
  });

  it('slow: the page says that the link is being checked', async () => {
    const api = new MockApi().on('POST /password-resets/inspect', () => new Promise<Response>(() => undefined));
    renderApp('/reset#pending', api);
    expect(await screen.findByRole('heading', { name: 'Checking your link' })).toBeVisible();
  });
});
