import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { json } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { activeUser, demoState, id, invitedUser } from '@/testing/mockApi/state';
import { choose, menuOf, openUsers } from '@/testing/userMenu';
import { actionsOf } from './rowActions';

const names = (user: Parameters<typeof actionsOf>[0]) => actionsOf(user, id(1)).map(({ name }) => name);
const reasons = (user: Parameters<typeof actionsOf>[0]) =>
  Object.fromEntries(actionsOf(user, id(1)).flatMap(({ name, reason }) => (reason === undefined ? [] : [[name, reason]])));

describe('D who the row is decides what its menu offers', () => {
  const active = activeUser(2, 'A', 'B', 'PLUS');

  it('ACTIVE: edit, advanced settings, reset password, suspend, delete', () => {
    expect(names(active)).toEqual(['edit', 'forwarding', 'resetPassword', 'suspend', 'extension', 'delete']);
    expect(reasons(active)).toEqual({});
  });

  it('D4 INVITED: resend invite instead of reset password and suspend', () => {
    const invited = invitedUser(3, 'A', 'B', 'PLUS', { state: 'PENDING', delivery: 'SENT' });
    expect(names(invited)).toEqual(['edit', 'forwarding', 'resendInvite', 'extension', 'delete']);
    expect(reasons(invited)).toEqual({});
  });

  it('C5 INVITED a moment ago: what is not there yet cannot be changed or sent again', () => {
    expect(reasons({ ...invitedUser(3, 'A', 'B', 'PLUS', null), extension: null })).toEqual({ forwarding: 'assigning', extension: 'assigning', resendInvite: 'preparing' });
  });

  it('D5 SUSPENDED: reactivate', () => {
    expect(names({ ...active, state: 'SUSPENDED' })).toEqual(['edit', 'forwarding', 'reactivate', 'extension', 'delete']);
  });

  it('D6 A7 oneself, and so the last admin: neither suspend nor delete, and the reason is told', () => {
    expect(reasons({ ...active, id: id(1), role: 'ADMIN' })).toEqual({ suspend: 'self', delete: 'self' });
  });

  it('A7 another admin cannot be the last one, since one is an admin oneself', () => {
    expect(reasons({ ...active, role: 'ADMIN' })).toEqual({});
  });
});

describe('the menu', () => {
  it('B1 stands in each row and says whose it is', async () => {
    const { user } = await openUsers();
    await user.click(menuOf('Grace Hopper'));
    expect(await screen.findByRole('menu')).toBeVisible();
    const item = screen.getByRole('menuitem', { name: /Delete user/ });
    expect(item).toHaveAttribute('aria-disabled', 'true');
    expect(item).toHaveTextContent('You cannot delete yourself');
    await user.click(item);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('D is worked by keyboard: open, arrows, Enter, Escape, and the focus comes back to the row', async () => {
    const { user } = await openUsers();
    menuOf('Alan Turing').focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Edit user' })).toHaveFocus());
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Reset the password of Alan Turing?' })).toHaveAccessibleDescription(/signed out everywhere/);
    expect(screen.getByRole('button', { name: 'Send link' })).toHaveFocus();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(menuOf('Alan Turing')).toHaveFocus();
    await user.keyboard('{Enter}');
    await screen.findByRole('menu');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument());
    expect(menuOf('Alan Turing')).toHaveFocus();
  });

  it('the page behind a dialog can be neither reached nor read', async () => {
    const { user, container } = await openUsers();
    await choose(user, 'Alan Turing', 'Suspend');
    expect(container).toHaveAttribute('inert');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(container).not.toHaveAttribute('inert');
    expect(menuOf('Alan Turing')).toHaveFocus();
  });

  it('a dialog stays when the list is drawn anew without its row', async () => {
    const state = demoState();
    const api = new MockApi(state).signedIn();
    const { user, client } = await openUsers(api);
    await choose(user, 'Alan Turing', 'Suspend');
    api.on('GET /users', () => json(200, { items: state.users.filter(({ id: one }) => one !== id(2)), total: 9, next: null, openSlots: [] }));
    await client.invalidateQueries({ queryKey: ['users'] });
    await waitFor(() => expect(screen.queryByText('alan.turing@demo.example')).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(menuOf('Dorothy Vaughan')).toHaveFocus();
  });
});
