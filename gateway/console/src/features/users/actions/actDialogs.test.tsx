import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { accepted, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { demoState, id } from '@/testing/mockApi/state';
import { choose, later, menuOf, openUsers } from '@/testing/userMenu';

const rowOf = (name: string) => within(menuOf(name).closest('tr') as HTMLElement);
const suspension = `PUT /users/${id(2)}/suspension`;
const reset = `POST /users/${id(2)}/password-resets`;
const resend = `POST /users/${id(7)}/invitations`;

describe('reset password', () => {
  it('D3 says what follows, sends the link and tells so', async () => {
    const { user, api } = await openUsers();
    const dialog = await choose(user, 'Alan Turing', 'Reset password');
    expect(screen.getByRole('dialog')).toHaveAccessibleDescription(/link to alan.turing@demo.example; .* the old one stops working and Alan is signed out/);
    await user.click(dialog.getByRole('button', { name: 'Send link' }));
    expect(await screen.findByText('A link to set a new password is on its way to alan.turing@demo.example')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(menuOf('Alan Turing')).toHaveFocus();
    expect(api.calls(reset)[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('D3 slow: progress is shown, nothing is asked for twice and nothing can be closed meanwhile', async () => {
    const answer = later(() => accepted());
    const api = new MockApi().signedIn().on(reset, answer.handler);
    const { user } = await openUsers(api);
    const dialog = await choose(user, 'Alan Turing', 'Reset password');
    const send = dialog.getByRole('button', { name: /Send link/ });
    await user.dblClick(send);
    await user.click(send);
    await waitFor(() => expect(send).toHaveAttribute('aria-disabled', 'true'));
    expect(dialog.getByRole('status')).toHaveTextContent('One moment, please');
    await user.keyboard('{Escape}');
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    expect(screen.getByRole('dialog')).toBeInTheDocument();
    expect(api.calls(reset)).toHaveLength(1);
    answer.come();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('I15 after an unknown outcome the next try has the same key, after a refusal another one', async () => {
    const api = new MockApi().signedIn();
    api.on(reset, () => problem(409, 'user.state-conflict'), 1).on(reset, () => problem(500, 'internal.error'), 1);
    const { user } = await openUsers(api);
    const dialog = await choose(user, 'Alan Turing', 'Reset password');
    const send = dialog.getByRole('button', { name: 'Send link' });
    await user.click(send);
    expect(await dialog.findByRole('alert')).toHaveTextContent('Reference: 4bf92f3577b34da6');
    await user.click(send);
    await waitFor(() => expect(dialog.getByRole('alert')).toHaveTextContent(/changed this person’s status meanwhile/));
    await user.click(send);
    await waitFor(() => expect(api.calls(reset)).toHaveLength(3));
    const [first, second, third] = api.calls(reset).map(({ headers }) => headers.get('Idempotency-Key'));
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('J too many mails: says how long to wait and does not ask before', async () => {
    const api = new MockApi().signedIn().on(reset, () => problem(429, 'mail.limit', {}, { 'Retry-After': '7200' }), 1);
    const { user } = await openUsers(api);
    const dialog = await choose(user, 'Alan Turing', 'Reset password');
    await user.click(dialog.getByRole('button', { name: 'Send link' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('Enough emails were sent for now. Please wait 2 hours and try again.');
    await user.click(dialog.getByRole('button', { name: 'Send link' }));
    expect(api.calls(reset)).toHaveLength(1);
  });
});

describe('resend invite', () => {
  it('D4 a new link goes out, and the row shows it at once', async () => {
    const state = demoState();
    state.users = state.users.map((user) => (user.id === id(7) ? { ...user, invitation: { state: 'EXPIRED', delivery: 'SENT' } } : user));
    const { user } = await openUsers(new MockApi(state).signedIn());
    expect(rowOf('Ada Lovelace').getByText('Invite expired')).toBeInTheDocument();
    const dialog = await choose(user, 'Ada Lovelace', 'Resend invite');
    expect(screen.getByRole('dialog')).toHaveAccessibleDescription(/the link in earlier emails stops working/);
    await user.click(dialog.getByRole('button', { name: 'Send invite' }));
    expect(await screen.findByText('A new invite is on its way to ada.lovelace@demo.example')).toBeInTheDocument();
    await waitFor(() => expect(rowOf('Ada Lovelace').getByText('Invite sent')).toBeInTheDocument());
  });

  it('D4 too soon: the wait is counted down, then it can be sent', async () => {
    const api = new MockApi().signedIn().on(resend, () => problem(429, 'invitation.resend-too-soon', {}, { 'Retry-After': '2' }), 1);
    const { user } = await openUsers(api);
    const dialog = await choose(user, 'Ada Lovelace', 'Resend invite');
    const send = dialog.getByRole('button', { name: 'Send invite' });
    await user.click(send);
    expect(await dialog.findByText(/You can try again in [12] seconds?\./)).toBeInTheDocument();
    expect(send).toHaveAttribute('aria-disabled', 'true');
    await waitFor(() => expect(send).not.toHaveAttribute('aria-disabled', 'true'), { timeout: 6_000 });
    expect(dialog.queryByRole('alert')).not.toBeInTheDocument();
    await user.click(send);
    expect(await screen.findByText(/A new invite is on its way/)).toBeInTheDocument();
  });

  it('D4 joined meanwhile: says so, and the row tells the truth', async () => {
    const state = demoState();
    const { user } = await openUsers(new MockApi(state).signedIn());
    const dialog = await choose(user, 'Ada Lovelace', 'Resend invite');
    state.users = state.users.map((one) => (one.id === id(7) ? { ...one, state: 'ACTIVE' } : one));
    await user.click(dialog.getByRole('button', { name: 'Send invite' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('This person has joined meanwhile and needs no invite.');
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(rowOf('Ada Lovelace').getByText('Active')).toBeInTheDocument());
  });
});

describe('suspend and reactivate', () => {
  it('D5 forth and back, each shown in the row at once', async () => {
    const { user, api } = await openUsers();
    await user.click((await choose(user, 'Alan Turing', 'Suspend')).getByRole('button', { name: 'Suspend' }));
    expect(await screen.findByText('Alan Turing is suspended')).toBeInTheDocument();
    expect(rowOf('Alan Turing').getByText('Suspended')).toBeInTheDocument();
    expect(api.calls(suspension)).toHaveLength(1);
    const hasToken = ({ headers }: { headers: Headers }) => headers.get('Consistency-Token')?.startsWith('event-') === true;
    await waitFor(() => expect(api.calls('GET /users').some(hasToken)).toBe(true));
    const dialog = await choose(user, 'Alan Turing', 'Reactivate');
    expect(screen.getByRole('dialog')).toHaveAccessibleDescription('Alan can sign in again with the same password as before.');
    await user.click(dialog.getByRole('button', { name: 'Reactivate' }));
    expect(await screen.findByText('Alan Turing is active again')).toBeInTheDocument();
    expect(rowOf('Alan Turing').getByText('Active')).toBeInTheDocument();
  });

  it('D5 an admin: the dialog says what the company loses meanwhile', async () => {
    const { user } = await openUsers();
    await choose(user, 'Dorothy Vaughan', 'Suspend');
    expect(screen.getByRole('dialog')).toHaveAccessibleDescription(/Dorothy is an admin and cannot manage your company meanwhile\.$/);
  });

  it('A7 the last admin by a race: refused, and the reason is told', async () => {
    const api = new MockApi().signedIn().on(suspension, () => problem(409, 'user.last-admin'));
    const { user } = await openUsers(api);
    const dialog = await choose(user, 'Alan Turing', 'Suspend');
    await user.click(dialog.getByRole('button', { name: 'Suspend' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('This is the only active admin of your company.');
  });

  it('D5 somebody else was faster: says so', async () => {
    const state = demoState();
    const { user } = await openUsers(new MockApi(state).signedIn());
    const dialog = await choose(user, 'Alan Turing', 'Suspend');
    state.users = state.users.filter((one) => one.id !== id(2));
    await user.click(dialog.getByRole('button', { name: 'Suspend' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('This is no longer there.');
  });
});
