import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { id } from '@/testing/mockApi/state';
import { openUsers } from '@/testing/userMenu';

const dialog = () => within(screen.getByRole('dialog'));

async function choosePlan(user: UserEvent, from: string, to: string) {
  await user.click(screen.getByRole('button', { name: `Plan of Alan Turing: ${from}` }));
  await user.click(await screen.findByRole('option', { name: to }));
}

describe('the plan drop-down', () => {
  it('B6 another plan: what it costs is said first, and the note says what the next statement shows', async () => {
    const { user, api } = await openUsers();
    await choosePlan(user, 'Plus', 'Pro');
    expect(await screen.findByRole('dialog', { name: 'Change Alan Turing to Pro?' })).toBeInTheDocument();
    expect((await dialog().findAllByText(/\$10\.00 more: /)).length).toBe(2);
    expect(api.calls(`PUT /users/${id(2)}/plan`)).toHaveLength(0);
    await user.click(dialog().getByRole('button', { name: 'Change plan' }));
    expect(await screen.findByText('Alan Turing now has Pro')).toBeInTheDocument();
    expect(screen.getByText(/Your next statement, on Dec 10, 2026, will show \$/)).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'Plan of Alan Turing: Pro' })).toBeInTheDocument();
    expect(api.calls(`PUT /users/${id(2)}/plan`).map(({ body }) => body)).toEqual([{ plan: 'PRO', acceptCharges: true }]);
  });

  it('B6 what would be lost is said before it is confirmed; cancelled, nothing changes', async () => {
    const { user, api } = await openUsers();
    await user.click(screen.getByRole('button', { name: 'Plan of Grace Hopper: Pro' }));
    await user.click(await screen.findByRole('option', { name: 'Basic' }));
    expect(await dialog().findByText('Video meetings with HIPAA are no longer included.')).toBeInTheDocument();
    await user.click(dialog().getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(api.calls(`PUT /users/${id(1)}/plan`)).toHaveLength(0);
  });

  it('the same plan again asks nothing', async () => {
    const { user } = await openUsers();
    await choosePlan(user, 'Plus', 'Plus');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('C2 without a price nothing is confirmed; the quote can be asked for again', async () => {
    const api = new MockApi().signedIn().on('POST /quotes', () => problem(500, 'internal.error'), 1);
    const { user } = await openUsers(api);
    await choosePlan(user, 'Plus', 'Pro');
    await user.click(await dialog().findByRole('button', { name: 'Try again' }));
    expect((await dialog().findAllByText(/\$10\.00 more: /)).length).toBe(2);
  });

  it('E7 what is refused is told in the dialog', async () => {
    const api = new MockApi().signedIn();
    api.state.isPastDue = true;
    const { user } = await openUsers(api);
    await choosePlan(user, 'Plus', 'Pro');
    await dialog().findAllByText(/\$10\.00 more: /);
    await user.click(dialog().getByRole('button', { name: 'Change plan' }));
    expect(await dialog().findByText(/Dearer plans can be chosen again/)).toBeInTheDocument();
  });
});
