import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { json, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { usd } from '@/testing/mockApi/plans';
import { demoSession, id } from '@/testing/mockApi/state';
import { renderApp } from '@/testing/renderApp';

const line = { item: 'PLAN', plan: 'PLUS', quantity: 1, unitPrice: usd(1999), from: '2026-11-20', to: '2026-12-09', days: 20, periodDays: 30 };

describe('billing', () => {
  it('E6 the next statement: total, day, and the month in advance', async () => {
    const { user } = renderApp('/users', new MockApi().signedIn());
    await user.click(await screen.findByRole('link', { name: 'Billing' }));
    const table = await screen.findByRole('grid', { name: /In advance, Dec 10, 2026 to Jan 9, 2027/ });
    expect(within(table).getByRole('row', { name: /Basic.*3.*\$14\.99.*\$44\.97/ })).toBeInTheDocument();
    expect(screen.getByText(/^Due on Dec 10, 2026/)).toBeInTheDocument();
  });

  it('E6 each change of the month stands with its days and whom it is about', async () => {
    const lines = [
      { ...line, kind: 'CREDIT', userId: id(2), amount: usd(-1333) },
      { ...line, kind: 'CHARGE', plan: 'PRO', userId: id(999), amount: usd(1999) },
      { ...line, kind: 'CHARGE', item: 'NUMBER', plan: null, number: '+12125550198', amount: usd(333) },
    ];
    const next = { from: '2026-12-10', to: '2027-01-09', lines, total: usd(999), monthly: usd(0) };
    renderApp('/billing', new MockApi().signedIn().on('GET /statements/next', () => json(200, next)));
    const table = await screen.findByRole('grid', { name: 'Changes in the month before' });
    expect(within(table).getByText('Credit: Plus · Alan Turing')).toBeInTheDocument();
    expect(within(table).getByText('Pro · deleted user')).toBeInTheDocument();
    expect(within(table).getByText('(212) 555-0198')).toBeInTheDocument();
    expect(within(table).getByText('-$13.33')).toBeInTheDocument();
    expect(within(table).getAllByText('Nov 20, 2026 to Dec 9, 2026: 20 of 30 days')).toHaveLength(3);
  });

  it('E6 past statements, and one of them with its lines', async () => {
    const { user } = renderApp('/billing', new MockApi().signedIn());
    const past = await screen.findByRole('grid', { name: 'Past statements' });
    expect(within(past).getByRole('row', { name: /Nov 10, 2026 to Dec 9, 2026.*Nov 10, 2026.*\$/ })).toBeInTheDocument();
    await user.click(within(past).getByRole('link', { name: 'Nov 10, 2026 to Dec 9, 2026' }));
    expect(await screen.findByRole('heading', { name: 'Statement for Nov 10, 2026 to Dec 9, 2026' })).toBeInTheDocument();
    expect(screen.getByRole('grid', { name: /^In advance/ })).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Back to Billing' }));
    expect(await screen.findByRole('heading', { name: 'Your next statement' })).toBeInTheDocument();
  });

  it('E6 before the first statement, and when statements cannot be loaded', async () => {
    const none = new MockApi().signedIn().on('GET /statements', () => json(200, { items: [], total: 0, next: null }));
    renderApp('/billing', none);
    expect(await screen.findByText('No statement has been issued yet.')).toBeInTheDocument();

    renderApp('/billing/statements/unknown', new MockApi().signedIn());
    expect(await screen.findByText('The statement could not be loaded')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });

  it('what cannot be loaded can be tried again; A6 it is for admins only', async () => {
    const api = new MockApi().signedIn().on('GET /statements/next', () => problem(500, 'internal.error'), 1);
    const { user } = renderApp('/billing', api);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/^Due on/)).toBeInTheDocument();

    const session = { ...demoSession, user: { ...demoSession.user, role: 'USER' as const } };
    renderApp('/billing', new MockApi().signedIn(session));
    expect(await screen.findByText('The page you asked for is for admins only.')).toBeVisible();
  });
});
