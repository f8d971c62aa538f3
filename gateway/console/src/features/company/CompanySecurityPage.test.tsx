import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { json, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { demo, demoSession } from '@/testing/mockApi/state';
import { renderApp } from '@/testing/renderApp';

const rule = () => screen.findByRole('switch', { name: 'Require two-step sign-in for admins' });

function withTwoStep(): MockApi {
  const api = new MockApi().signedIn();
  api.state.twoSteps.set(demo.id, { enabled: true, recoveryCodes: [] });
  return api;
}

describe('company security', () => {
  it('an admin requires two-step sign-in after he has read what it means', async () => {
    const { user, api } = renderApp('/company/security', withTwoStep());
    await user.click(await rule());
    const dialog = await screen.findByRole('dialog', { name: 'Require two-step sign-in?' });
    expect(dialog).toHaveAccessibleDescription(/loses access to the admin pages at once/);
    expect(dialog).not.toHaveAccessibleDescription(/You have not set it up yourself/);
    expect(api.calls('PUT /account/security')).toHaveLength(0);
    await user.click(within(dialog).getByRole('button', { name: 'Require it' }));
    expect(await screen.findByText(/^Required:/)).toBeVisible();
    const [put] = api.calls('PUT /account/security');
    expect(put?.body).toEqual({ twoStepRequiredForAdmins: true });
    expect(put?.headers.get('If-Match')).toBe('"1"');
  });

  it('an admin without it is told so and led to its set-up at once', async () => {
    const { user, path } = renderApp('/company/security', new MockApi().signedIn());
    await user.click(await rule());
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveAccessibleDescription(/You have not set it up yourself/);
    await user.click(within(dialog).getByRole('button', { name: 'Require it' }));
    expect(await screen.findByRole('heading', { name: 'Set up two-step sign-in' })).toBeVisible();
    expect(path()).toBe('/settings/two-step');
  });

  it('nothing changes when the question is cancelled', async () => {
    const { user, api } = renderApp('/company/security', withTwoStep());
    await user.click(await rule());
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await rule()).not.toBeChecked();
    expect(api.calls('PUT /account/security')).toHaveLength(0);
  });

  it('another admin who was faster is not overwritten: the page shows what is so now', async () => {
    const api = withTwoStep();
    const { user } = renderApp('/company/security', api);
    await user.click(await rule());
    api.state.security = { twoStepRequiredForAdmins: true, version: 2 };
    await user.click(await screen.findByRole('button', { name: 'Require it' }));
    expect(await screen.findByText('Another admin was faster: this shows what is so now')).toBeVisible();
    expect(await screen.findByText(/^Required:/)).toBeVisible();
  });

  it('an error is told in the dialog', async () => {
    const api = withTwoStep().on('PUT /account/security', () => problem(503, 'service.unavailable', {}, { 'Retry-After': '60' }));
    const { user } = renderApp('/company/security', api);
    await user.click(await rule());
    await user.click(await screen.findByRole('button', { name: 'Require it' }));
    expect(await screen.findByText('The rule was not changed')).toBeVisible();
  });

  it('what could not be loaded can be tried again, and slow is shown as slow', async () => {
    const api = withTwoStep().on('GET /account/security', () => problem(500, 'internal.error'), 1);
    const { user } = renderApp('/company/security', api);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await rule()).not.toBeChecked();
    const slow = new MockApi().signedIn().on('GET /account/security', () => new Promise<Response>(() => undefined));
    renderApp('/company/security', slow);
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('A6 is for admins only', async () => {
    const session = { ...demoSession, user: { ...demoSession.user, role: 'USER' as const } };
    const api = new MockApi().signedIn(session).on('GET /account/security', () => json(200, {}));
    renderApp('/company/security', api);
    expect(await screen.findByText('The page you asked for is for admins only.')).toBeVisible();
    expect(api.calls('GET /account/security')).toHaveLength(0);
  });
});
