import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { demo } from '@/testing/mockApi/state';
import { renderApp } from '@/testing/renderApp';

const settings = '/settings/sign-in';
const setUp = '/settings/two-step';

function withTwoStep(required = false): MockApi {
  const api = new MockApi().signedIn();
  api.state.twoSteps.set(demo.id, { enabled: true, recoveryCodes: ['ABCD-EFGH-JKLM-NPQR', 'BBCD-EFGH-JKLM-NPQR'] });
  api.state.security = { twoStepRequiredForAdmins: required, version: 1 };
  return api;
}

async function giveCode(user: ReturnType<typeof renderApp>['user'], code: string) {
  await user.type(await screen.findByLabelText('Present password'), demo.password);
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await user.type(await screen.findByRole('textbox', { name: 'Code that the app shows' }), code);
  await user.click(screen.getByRole('button', { name: 'Switch on' }));
}

describe('setting up two-step sign-in', () => {
  it('who was led here by a session that had not heard of it goes on to where he wanted', async () => {
    const { path } = renderApp({ pathname: setUp, state: { next: '/users' } }, withTwoStep(true));
    await waitFor(() => expect(path()).toBe('/users'));
  });

  it('password, app and code; then the recovery codes are shown once, to copy', async () => {
    const { user, path, client } = renderApp(settings, new MockApi().signedIn());
    await user.click(await screen.findByRole('link', { name: 'Set up' }));
    await screen.findByRole('heading', { name: 'Set up two-step sign-in' });
    await user.type(await screen.findByLabelText('Present password'), demo.password);
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Code that the app shows' }), '123 456');
    await user.click(screen.getByRole('button', { name: 'Switch on' }));
    const codes = await screen.findByRole('list', { name: 'Your recovery codes' });
    expect(within(codes).getAllByRole('listitem')).toHaveLength(10);
    await user.click(screen.getByRole('button', { name: 'Copy codes' }));
    expect(await screen.findByText('Copied')).toBeVisible();
    expect((await navigator.clipboard.readText()).split('\n')).toHaveLength(10);
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    expect(path()).toBe(setUp);
    await user.click(screen.getByRole('checkbox', { name: 'I have kept these codes' }));
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    expect(await screen.findByText('10 recovery codes are left, for the case that you lose your phone.')).toBeVisible();
    expect(JSON.stringify(client.getQueryCache().getAll().map(({ state }) => state.data))).not.toContain('ABCD-EFGH');
  });

  it('a wrong password is told at its field', async () => {
    const { user } = renderApp(setUp, new MockApi().signedIn());
    await user.type(await screen.findByLabelText('Present password'), 'wrong');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await waitFor(() => expect(screen.getByLabelText('Present password')).toHaveAccessibleDescription(/^This is not your present password\./));
  });

  it('a wrong code is told at its field, and nothing is on', async () => {
    const { user, api } = renderApp(setUp, new MockApi().signedIn());
    await giveCode(user, '000000');
    expect(await screen.findByText(/Type the one that your app shows now/)).toBeVisible();
    expect(api.state.twoSteps.get(demo.id)?.enabled).toBe(false);
  });

  it('A3 too many wrong codes make it wait', async () => {
    const api = new MockApi().signedIn().on('POST /two-step/confirmation', () => problem(429, 'auth.too-many-attempts', {}, { 'Retry-After': '20' }));
    const { user } = renderApp(setUp, api);
    await giveCode(user, '000000');
    expect(await screen.findByText(/Please wait 20 seconds/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Switch on' }));
    expect(api.calls('POST /two-step/confirmation')).toHaveLength(1);
  });

  it('a set-up that was begun anew elsewhere can be started again', async () => {
    const api = new MockApi().signedIn().on('POST /two-step/confirmation', () => problem(409, 'two-step.not-enrolled'));
    const { user } = renderApp(setUp, api);
    await giveCode(user, '123456');
    expect(await screen.findByText(/begun anew elsewhere/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Start again' }));
    expect(await screen.findByLabelText('Present password')).toHaveValue('');
  });

  it('who has it already is told so', async () => {
    renderApp(setUp, withTwoStep());
    expect(await screen.findByRole('link', { name: 'Go to my settings' })).toBeVisible();
    expect(screen.queryByLabelText('Present password')).not.toBeInTheDocument();
  });

  it('what could not be loaded can be tried again', async () => {
    const api = new MockApi().signedIn().on('GET /two-step', () => problem(500, 'internal.error'), 1);
    const { user } = renderApp(setUp, api);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByLabelText('Present password')).toBeVisible();
  });
});

describe('two-step sign-in that is on', () => {
  it('new recovery codes are made for a code of the app', async () => {
    const { user, api } = renderApp(settings, withTwoStep());
    expect(await screen.findByText(/2 recovery codes are left/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'New recovery codes' }));
    const dialog = await screen.findByRole('dialog', { name: 'New recovery codes' });
    await user.type(within(dialog).getByRole('textbox'), '123456');
    await user.click(within(dialog).getByRole('button', { name: 'Make new codes' }));
    const codes = await screen.findByRole('list', { name: 'Your recovery codes' });
    expect(within(codes).getAllByRole('listitem')).toHaveLength(10);
    await user.click(screen.getByRole('button', { name: 'I have kept them' }));
    expect(await screen.findByText(/10 recovery codes are left/)).toBeVisible();
    expect(api.calls('POST /two-step/recovery-codes')[0]?.body).toEqual({ code: '123456' });
  });

  it('is switched off for the password and a code', async () => {
    const { user } = renderApp(settings, withTwoStep());
    await user.click(await screen.findByRole('button', { name: 'Switch off' }));
    const dialog = await screen.findByRole('dialog', { name: /Switch off two-step sign-in/ });
    const off = within(dialog);
    await user.click(off.getByRole('button', { name: 'Switch off' }));
    expect(await off.findByText('Enter your password.')).toBeVisible();
    await user.type(off.getByLabelText('Password'), 'wrong');
    await user.type(off.getByRole('textbox', { name: 'Code of the app, or a recovery code' }), '123456');
    await user.click(off.getByRole('button', { name: 'Switch off' }));
    expect(await off.findByText('This is not your present password.')).toBeVisible();
    await user.clear(off.getByLabelText('Password'));
    await user.type(off.getByLabelText('Password'), demo.password);
    await user.click(off.getByRole('button', { name: 'Switch off' }));
    expect(await screen.findByRole('link', { name: 'Set up' })).toBeVisible();
    expect(screen.getByText('Two-step sign-in is off')).toBeVisible();
  });

  it('an admin who must have it is not offered to switch it off', async () => {
    renderApp(settings, withTwoStep(true));
    expect(await screen.findByText(/Your company requires two-step sign-in for admins, so it cannot be switched off/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Switch off' })).not.toBeInTheDocument();
  });

  it('no recovery codes left: it says what to do', async () => {
    const api = withTwoStep();
    api.state.twoSteps.set(demo.id, { enabled: true, recoveryCodes: [] });
    renderApp(settings, api);
    expect(await screen.findByText(/No recovery codes are left. Make new ones now/)).toBeVisible();
  });
});
