import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { renderApp } from '@/testing/renderApp';

const password = 'difference-engine-2';

describe('a link that works', () => {
  it('C5 the person chooses a password and signs in', async () => {
    const { user, api, path } = renderApp('/join#pending');
    expect(await screen.findByRole('heading', { name: 'Welcome, Ada' })).toBeVisible();
    await user.type(screen.getByLabelText('Password'), password);
    await user.click(screen.getByRole('button', { name: 'Join Demo Company' }));
    expect(await screen.findByText('You are all set')).toBeVisible();
    expect(path()).toBe('/sign-in');
    expect(api.calls('POST /invitations/accept')[0]?.body).toEqual({ token: 'pending', password });
  });

  it('I16 the secret leaves the address bar and is in no address, log, storage or query key', async () => {
    const { api, client, router } = renderApp('/join#pending');
    await screen.findByRole('heading', { name: 'Welcome, Ada' });
    expect(router.state.location.hash).toBe('');
    expect(api.asked.map(({ path, query }) => `${path}?${query.toString()}`).join()).not.toContain('pending');
    expect(JSON.stringify(client.getQueryCache().getAll().map(({ queryKey }) => queryKey))).not.toContain('pending');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage, state: window.history.state as unknown })).not.toContain('pending');
  });

  it('A5 a password that breaks a rule is not sent', async () => {
    const { user, api } = renderApp('/join#pending');
    await user.type(await screen.findByLabelText('Password'), 'short');
    await user.click(screen.getByRole('button', { name: 'Join Demo Company' }));
    expect(await screen.findByText('This password does not meet the rules below.')).toBeVisible();
    expect(api.calls('POST /invitations/accept')).toHaveLength(0);
  });

  it('A5 what the server says about the password stands at the field', async () => {
    const { user } = renderApp('/join#pending');
    await user.type(await screen.findByLabelText('Password'), 'password1234567');
    await user.click(screen.getByRole('button', { name: 'Join Demo Company' }));
    expect(await screen.findByText(/Many people use this password/)).toBeVisible();
  });

  it('I11 a link that was used meanwhile says so', async () => {
    const api = new MockApi().on('POST /invitations/accept', () => problem(409, 'invitation.used'));
    const { user } = renderApp('/join#pending', api);
    await user.type(await screen.findByLabelText('Password'), password);
    await user.click(screen.getByRole('button', { name: 'Join Demo Company' }));
    expect(await screen.findByRole('heading', { name: 'You have already joined' })).toBeVisible();
  });
});

describe('a link that does not work', () => {
  it.each([
    ['expired', 'This invitation has expired'],
    ['superseded', 'There is a newer invitation'],
    ['revoked', 'This invitation was taken back'],
    ['accepted', 'You have already joined'],
    ['unheard-of', 'This link is not valid'],
  ])('D4 %s: %s', async (token, sentence) => {
    renderApp(`/join#${token}`);
    expect(await screen.findByRole('heading', { name: sentence })).toBeVisible();
    expect(screen.queryByLabelText('Password')).not.toBeInTheDocument();
  });

  it('without a link the page says where to find it', async () => {
    const { api } = renderApp('/join');
    expect(await screen.findByRole('heading', { name: 'Open the link in your email' })).toBeVisible();
    expect(api.calls('POST /invitations/inspect')).toHaveLength(0);
  });

  it('an error is told with a way to try again', async () => {
    const api = new MockApi().on('POST /invitations/inspect', () => problem(500, 'internal.error'), 1);
    const { user } = renderApp('/join#pending', api);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Welcome, Ada' })).toBeVisible();
  });

  it('slow: the page says that the link is being checked', async () => {
    const api = new MockApi().on('POST /invitations/inspect', () => new Promise<Response>(() => undefined));
    renderApp('/join#pending', api);
    expect(await screen.findByRole('heading', { name: 'Checking your invitation' })).toBeVisible();
  });
});
