import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { watchLeaving } from '@/testing/leaving';
import { json, problem } from '@/testing/mockApi/answers';
import { paymentOf, unpaid, type BillingState, type MockStatement } from '@/testing/mockApi/billing';
import { MockApi } from '@/testing/mockApi/MockApi';
import { usd } from '@/testing/mockApi/plans';
import { renderApp } from '@/testing/renderApp';

const url = `/billing/statements/${unpaid().id}`;
const payments = `POST /statements/${unpaid().id}/payments`;
const FINDING = 'One moment: it is not known yet whether the payment went through.';

function apiWith(statement: MockStatement, billing: Partial<BillingState> = {}): MockApi {
  const api = new MockApi().signedIn();
  Object.assign(api.state.billing, billing, { statements: [statement] });
  return api;
}

function fact(name: string): HTMLElement {
  const definition = screen.getByText(name, { selector: 'dt *' }).closest('dt')?.nextElementSibling;
  if (!(definition instanceof HTMLElement)) throw new Error(`There is no ${name}`);
  return definition;
}

const payButton = () => screen.findByRole('button', { name: /^Pay \$/ });

describe('the payment of a statement', () => {
  it('E7 paid: what, when, and the PDF; nothing is left to do', async () => {
    renderApp(url, apiWith(unpaid({ state: 'PAID', nextTryAt: null, paidAt: '2026-11-12T15:00:04Z' }, { creditCents: 2800 })));
    await screen.findByRole('heading', { name: 'Payment' });
    expect(fact('Status')).toHaveTextContent('Paid');
    expect(fact('Charged')).toHaveTextContent('$256.87');
    expect(fact('Paid by credit')).toHaveTextContent('$28.00');
    expect(fact('Paid on')).toHaveTextContent('Nov 12, 2026');
    expect(screen.getByRole('link', { name: 'Statement of Nov 10, 2026 to Dec 9, 2026 as PDF' })).toHaveAttribute('href', `/api/v1/statements/${unpaid().id}.pdf`);
    expect(screen.queryByRole('button', { name: /^Pay|card/ })).not.toBeInTheDocument();
  });

  it.each([
    ['NO_CARD', 'There was no card to charge.'],
    ['CARD_DECLINED', 'The bank declined the card.'],
    ['INSUFFICIENT_FUNDS', 'There was not enough money on the card.'],
    ['CARD_EXPIRED', 'The card has expired.'],
    ['PROCESSING_ERROR', 'The bank could not process the payment.'],
    ['NEEDS_ACTION', /^The bank wants you to confirm the payment/],
  ] as const)('E7 open: the last try failed by %s, and when the next one is', async (failure, words) => {
    renderApp(url, apiWith(unpaid({ failure })));
    await screen.findByRole('heading', { name: 'Payment' });
    expect(fact('Status')).toHaveTextContent('Open');
    expect(fact('Last try')).toHaveTextContent(words);
    expect(fact('Next try')).toHaveTextContent('Nov 15, 2026');
  });

  it('E7 is paid now, with the card that is named', async () => {
    const api = apiWith(unpaid({ state: 'PAST_DUE', nextTryAt: null, failure: 'CARD_DECLINED' }));
    let take = (): void => expect.unreachable('Nothing was asked yet');
    api.on(payments, () => new Promise((answer) => {
      take = () => {
        const paid = unpaid({ state: 'PAID', nextTryAt: null });
        api.state.billing.statements = [paid];
        answer(json(200, { payment: paymentOf(paid, 28_487) }));
      };
    }));
    const { user } = renderApp(url, api);
    await user.dblClick(await payButton());
    take();
    expect(await screen.findByText('$284.87 was paid')).toBeInTheDocument();
    await waitFor(() => expect(fact('Status')).toHaveTextContent('Paid'));
    expect(screen.queryByRole('button', { name: /^Pay/ })).not.toBeInTheDocument();
    expect(api.calls(payments)).toHaveLength(1);
    await user.click(screen.getByRole('link', { name: 'Back to Billing' }));
    expect(await screen.findByRole('row', { name: /Paid \$284.87/ })).toBeInTheDocument();
  });

  it('E7 names the card, and without one leads to the page where it is entered', async () => {
    const view = renderApp(url, apiWith(unpaid()));
    expect(await screen.findByText('With Visa ending in 4242')).toBeInTheDocument();
    view.unmount();
    const left = watchLeaving();
    const { user } = renderApp(url, apiWith(unpaid(), { card: undefined }));
    await user.click(await screen.findByRole('button', { name: 'Add card' }));
    await waitFor(() => expect(left).toHaveLength(1));
    expect(screen.queryByRole('button', { name: /^Pay/ })).not.toBeInTheDocument();
  });

  it('E7 a declined card says why, and it can be paid again', async () => {
    const api = apiWith(unpaid(), { bank: 'CARD_EXPIRED' });
    const { user } = renderApp(url, api);
    await user.click(await payButton());
    expect(await screen.findByText('The card has expired. Try again, or use another card.')).toBeInTheDocument();
    await waitFor(() => expect(fact('Last try')).toHaveTextContent('The card has expired.'));
    expect(screen.queryByText(FINDING)).not.toBeInTheDocument();
    api.state.billing.bank = 'TAKES';
    await user.click(await payButton());
    expect(await screen.findByText('$284.87 was paid')).toBeInTheDocument();
    expect(screen.queryByText(/Try again, or use/)).not.toBeInTheDocument();
  });

  it.each([
    [409, 'payment.no-card', 'There is no card to pay with. Add one first.'],
    [402, 'payment.declined', 'The card was declined. Try again, or use another card.'],
    [503, 'payment.provider-unavailable', /gives no answer. Please try again in 20 seconds; nothing is charged twice/],
  ])('E7 %i %s is told', async (status, code, words) => {
    const { user } = renderApp(url, apiWith(unpaid()).on(payments, () => problem(status, code, {}, { 'Retry-After': '20' })));
    await user.click(await payButton());
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});

describe('a payment whose outcome is not known yet', () => {
  it('E7 under way: the page asks until it is paid', async () => {
    const api = apiWith(unpaid()).on(payments, () => problem(409, 'payment.in-progress'));
    const { user } = renderApp(url, api);
    await user.click(await payButton());
    expect(await screen.findByText('A payment is under way')).toBeInTheDocument();
    expect(screen.getByText(FINDING)).toBeInTheDocument();
    api.state.billing.statements = [unpaid({ state: 'PAID', nextTryAt: null })];
    await waitFor(() => expect(fact('Status')).toHaveTextContent('Paid'));
    expect(screen.queryByText('A payment is under way')).not.toBeInTheDocument();
    expect(screen.queryByText(FINDING)).not.toBeInTheDocument();
  });

  it('E7 what a card came to that was just entered is seen without a reload', async () => {
    const api = apiWith(unpaid({ failure: 'CARD_DECLINED' }));
    renderApp(url, api);
    await screen.findByText('The bank declined the card.');
    api.state.billing.statements = [unpaid({ failure: 'NEEDS_ACTION' })];
    await screen.findByText(/^The bank wants you to confirm the payment/, undefined, { timeout: 5_000 });
  });

  it('E7 the bank wants it confirmed: the browser goes there, and back again the page waits for the outcome', async () => {
    const left = watchLeaving();
    const api = apiWith(unpaid(), { bank: 'ASKS' });
    const { user, unmount } = renderApp(url, api);
    await user.click(await payButton());
    await waitFor(() => expect(left).toEqual([`https://bank.example/confirm/${unpaid().id}`]));
    unmount();
    renderApp(url, api);
    expect(await screen.findByText(FINDING)).toBeInTheDocument();
    api.state.billing.statements = [unpaid({ state: 'PAID', nextTryAt: null })];
    await waitFor(() => expect(fact('Status')).toHaveTextContent('Paid'));
  });

  it('E7 what the provider adds to the address does not stay in it', async () => {
    const { path } = renderApp(`${url}?payment_intent=pi_1&payment_intent_client_secret=pi_1_secret&redirect_status=succeeded`, apiWith(unpaid()));
    expect(await screen.findByText(FINDING)).toBeInTheDocument();
    expect(path()).toBe(url);
  });

  it('E7 only an address of the web is followed', async () => {
    const left = watchLeaving();
    const payment = { state: 'ISSUED', due: usd(1), credit: usd(0), tries: 0 };
    const api = apiWith(unpaid()).on(payments, () => json(200, { payment, confirmationUrl: 'data:text/html,<h1>Bank</h1>' }));
    const { user } = renderApp(url, api);
    await user.click(await payButton());
    expect(await screen.findByText('The payment was not made')).toBeInTheDocument();
    expect(left).toEqual([]);
  });
});
