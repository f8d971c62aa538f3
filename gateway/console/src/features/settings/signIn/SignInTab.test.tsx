import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fieldProblem, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { demo } from '@/testing/mockApi/state';
import { renderApp } from '@/testing/renderApp';

const address = '/settings/sign-in';
const better = 'four lighthouses at low tide';

async function change({ user }: ReturnType<typeof renderApp>, current: string, next: string) {
  await user.type(await screen.findByLabelText('Present password'), current);
  await user.type(screen.getByLabelText('New password'), next);
  await user.click(screen.getByRole('button', { name: 'Change password' }));
}

describe('the own password', () => {
  it('G1 is changed by whoever knows the present one; all other devices are signed out', async () => {
    const app = renderApp(address, new MockApi().signedIn());
    await screen.findByText('Safari on iPhone');
    await change(app, demo.password, better);
    expect(await screen.findByText(/Your password is changed/)).toBeVisible();
    expect(app.api.calls(`PUT /users/${demo.id}/password`)[0]?.body).toEqual({ currentPassword: demo.password, newPassword: better });
    await waitFor(() => expect(screen.queryByText('Safari on iPhone')).not.toBeInTheDocument());
    expect(screen.getByLabelText('Present password')).toHaveValue('');
  });

  it('G1 a wrong present password is told at its field', async () => {
    const app = renderApp(address, new MockApi().signedIn());
    await change(app, 'wrong', better);
    await waitFor(() => expect(screen.getByLabelText('Present password')).toHaveAccessibleDescription(/^This is not your present password\./));
  });

  it.each([
    ['password.same', /your present password/],
    ['password.too-common', /Many people use this password/],
    ['password.personal', /little more than your name/],
  ])('A5 %s is explained at the new password', async (code, text) => {
    const api = new MockApi().signedIn().on(`PUT /users/${demo.id}/password`, () => fieldProblem(422, code, '/newPassword'));
    await change(renderApp(address, api), demo.password, better);
    await waitFor(() => expect(screen.getByLabelText('New password')).toHaveAccessibleDescription(text));
  });

  it('A3 too many wrong ones make it wait', async () => {
    const api = new MockApi().signedIn().on(`PUT /users/${demo.id}/password`, () => problem(429, 'auth.locked', {}, { 'Retry-After': '1800' }));
    const app = renderApp(address, api);
    await change(app, 'wrong', better);
    expect(await screen.findByText(/locked for 30 minutes/)).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Change password' }));
    expect(api.calls(`PUT /users/${demo.id}/password`)).toHaveLength(1);
  });

  it('A5 empty or against the rules is told at the fields and not sent', async () => {
    const { user, api } = renderApp(address, new MockApi().signedIn());
    await user.click(await screen.findByRole('button', { name: 'Change password' }));
    expect(await screen.findByText('Enter your present password.')).toBeVisible();
    expect(screen.getByText('This password does not meet the rules below.')).toBeVisible();
    expect(api.calls(`PUT /users/${demo.id}/password`)).toHaveLength(0);
  });
});

describe('the own sessions', () => {
  const row = async (device: string) => {
    const item = (await screen.findByText(device)).closest('li');
    if (item === null) throw new Error(`${device} is in no row`);
    return within(item);
  };

  it('A4 each has its device in words and when it was last used; this one is marked and cannot be ended here', async () => {
    renderApp(address, new MockApi().signedIn());
    const own = await row('Chrome on Mac');
    expect(own.getByText('This device')).toBeVisible();
    expect(own.queryByRole('button')).not.toBeInTheDocument();
    expect((await row('Safari on iPhone')).getByText(/Last used 5 minutes ago/)).toBeVisible();
  });

  it('A4 each of the others can be ended', async () => {
    const { user, api } = renderApp(address, new MockApi().signedIn());
    await user.click((await row('Safari on iPhone')).getByRole('button'));
    expect(await screen.findByText('Signed out on Safari on iPhone')).toBeVisible();
    expect(api.state.devices.map(({ device }) => device)).toEqual(['Chrome on Mac', 'Firefox on Windows']);
  });

  it('A4 all others can be ended at once, also one that has ended meanwhile', async () => {
    const api = new MockApi().signedIn();
    const { user } = renderApp(address, api);
    const button = await screen.findByRole('button', { name: 'Sign out all other devices' });
    api.state.devices = api.state.devices.filter(({ device }) => device !== 'Safari on iPhone');
    await user.click(button);
    expect(await screen.findByText('Signed out on 2 devices')).toBeVisible();
    expect(api.state.devices.map(({ device }) => device)).toEqual(['Chrome on Mac']);
    expect(screen.queryByRole('button', { name: 'Sign out all other devices' })).not.toBeInTheDocument();
  });

  it('an error is told, and the list shows what is so', async () => {
    const api = new MockApi().signedIn();
    const second = api.state.devices[1]?.id ?? '';
    api.on(`DELETE /sessions/${second}`, () => problem(500, 'internal.error'));
    const { user } = renderApp(address, api);
    await user.click((await row('Safari on iPhone')).getByRole('button'));
    expect(await screen.findByText('Not signed out everywhere')).toBeVisible();
    expect(screen.getByText('Safari on iPhone')).toBeVisible();
  });

  it('what could not be loaded can be tried again', async () => {
    const api = new MockApi().signedIn().on('GET /sessions', () => problem(500, 'internal.error'), 1);
    const { user } = renderApp(address, api);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Chrome on Mac')).toBeVisible();
  });
});
