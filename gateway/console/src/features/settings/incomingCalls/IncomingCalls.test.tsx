import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fieldProblem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { demoSession, demoUser } from '@/testing/mockApi/state';
import { renderApp } from '@/testing/renderApp';

const path = `/users/${demoUser.id}/call-forwarding`;
const session = { ...demoSession, user: { ...demoSession.user, id: demoUser.id, role: 'USER' as const } };
const field = () => screen.getByRole('textbox', { name: 'Forward to' });

async function openAsUser(api = new MockApi().signedIn(session)) {
  const app = renderApp('/settings', api);
  await app.user.click(await screen.findByRole('tab', { name: 'Incoming calls' }));
  await screen.findByRole('radio', { name: 'No' });
  return app;
}

describe('incoming calls', () => {
  it('G2 a user forwards his own calls, and stops it again', async () => {
    const { user, api } = await openAsUser();
    await user.click(screen.getByRole('radio', { name: /Yes/ }));
    fireEvent.change(field(), { target: { value: '212 555 0187' } });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Your calls are forwarded to +1 212 555 0187')).toBeVisible();
    expect(field()).toHaveValue('+1 212 555 0187');
    await user.click(screen.getByRole('radio', { name: 'No' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Your calls are not forwarded')).toBeVisible();
    expect(api.calls(`PUT ${path}`)).toHaveLength(1);
    expect(api.calls(`DELETE ${path}`)).toHaveLength(1);
  });

  it('G2 a second number stands on the first', async () => {
    const { user, api } = await openAsUser();
    await user.click(screen.getByRole('radio', { name: /Yes/ }));
    for (const number of ['212 555 0187', '212 555 0188']) {
      fireEvent.change(field(), { target: { value: number } });
      await user.click(screen.getByRole('button', { name: 'Save' }));
      await screen.findByText(`Your calls are forwarded to +1 ${number}`);
    }
    expect(api.calls(`PUT ${path}`).map(({ headers }) => headers.get('If-Match'))).toEqual(['"1"', '"2"']);
  });

  it('F5 a refusal stands at the field', async () => {
    const api = new MockApi().signedIn(session).on(`PUT ${path}`, () => fieldProblem(422, 'forwarding.own', '/number'));
    const { user } = await openAsUser(api);
    await user.click(screen.getByRole('radio', { name: /Yes/ }));
    fireEvent.change(field(), { target: { value: '212 555 0187' } });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(field()).toHaveAccessibleDescription(/belongs to your company/));
  });
});
