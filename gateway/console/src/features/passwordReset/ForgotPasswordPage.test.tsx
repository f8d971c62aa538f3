import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { accepted, fieldProblem, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { renderApp } from '@/testing/renderApp';

async function ask({ user }: ReturnType<typeof renderApp>, email: string) {
  await user.type(await screen.findByRole('textbox', { name: 'Email' }), email);
  await user.click(screen.getByRole('button', { name: 'Send link' }));
}

describe('a forgotten password', () => {
  it('D3 the answer is the same for every address and does not say whether somebody has it', async () => {
    const app = renderApp('/forgot-password');
    await ask(app, ' nobody@else.example ');
    expect(await screen.findByRole('heading', { name: 'Check your email' })).toBeVisible();
    expect(screen.getByText(/If somebody uses Switchboard with nobody@else.example/)).toBeVisible();
    expect(app.api.calls('POST /password-resets')[0]?.body).toEqual({ email: 'nobody@else.example' });
  });

  it('D3 another address can be tried', async () => {
    const app = renderApp('/forgot-password');
    await ask(app, 'ada@demo.example');
    await app.user.click(await screen.findByRole('button', { name: 'Try another address' }));
    expect(screen.getByRole('textbox', { name: 'Email' })).toHaveValue('ada@demo.example');
  });

  it('D3 what is no address is told at the field and not sent', async () => {
    const app = renderApp('/forgot-password');
    await ask(app, 'ada');
    expect(await screen.findByText(/Enter your full email address/)).toBeVisible();
    expect(app.api.calls('POST /password-resets')).toHaveLength(0);
  });

  it('D3 an address that the API does not take is told at the field', async () => {
    const api = new MockApi().on('POST /password-resets', () => fieldProblem(422, 'email.invalid', '/email'));
    const app = renderApp('/forgot-password', api);
    await ask(app, 'ada@demo.example');
    expect(await screen.findByText('email.invalid')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('D3 who asks too often waits', async () => {
    const api = new MockApi().on('POST /password-resets', () => problem(429, 'limit.rate', {}, { 'Retry-After': '30' }));
    const app = renderApp('/forgot-password', api);
    await ask(app, 'ada@demo.example');
    expect(await screen.findByRole('alert')).toHaveTextContent('Please wait 30 seconds');
    await app.user.click(screen.getByRole('button', { name: 'Send link' }));
    expect(api.calls('POST /password-resets')).toHaveLength(1);
  });

  it('slow: the link is asked for once, however often the button is pressed', async () => {
    let answer: (response: Response) => void = () => undefined;
    const api = new MockApi().on('POST /password-resets', () => new Promise<Response>((resolve) => (answer = resolve)));
    const app = renderApp('/forgot-password', api);
    await ask(app, 'ada@demo.example');
    await app.user.click(screen.getByRole('button', { name: /Send link/ }));
    expect(api.calls('POST /password-resets')).toHaveLength(1);
    answer(accepted());
    expect(await screen.findByRole('heading', { name: 'Check your email' })).toBeVisible();
  });
});
