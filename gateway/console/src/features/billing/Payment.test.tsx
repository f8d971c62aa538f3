import { configure, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchLeaving } from '@/testing/leaving';
import { json, problem } from '@/testing/mockApi/answers';
import { unpaid, visa, type BillingState } from '@/testing/mockApi/billing';
import { MockApi } from '@/testing/mockApi/MockApi';
import { id } from '@/testing/mockApi/state';
import { renderApp } from '@/testing/renderApp';

const TOTAL = '$284.87';

function apiWith(billing: Partial<BillingState>): MockApi {
  const api = new MockApi().signedIn();
  Object.assign(api.state.billing, billing);
  return api;
}

function pastDue(more: Partial<BillingState> = {}): MockApi {
  return apiWith({ statements: [unpaid({ state: 'PAST_DUE', tries: 4, nextTryAt: null, failure: 'CARD_DECLINED' })], ...more });
}

async function alert(title: RegExp) {
  const heading = await screen.findByRole('heading', { name: title });
  const box = heading.closest<HTMLElement>('.pf-v6-c-alert');
  if (box === null) throw new Error('The heading is not in an alert');
  return within(box);
}

async function section(title: string) {
  const heading = await screen.findByRole('heading', { name: title });
  const box = heading.closest('section');
  if (box === null) throw new Error('The heading is not in a section');
  return within(box);
}

describe('the payment method', () => {
  it('E7 shows brand, last four and expiry, and that the card is entered elsewhere', async () => {
    renderApp('/billing', new MockApi().signedIn());
    const card = await section('Payment method');
    expect(await card.findByText('Visa ending in 4242, expires 12/2099')).toBeInTheDocument();
    expect(card.getByText(/at our payment provider’s page. We never see its number/)).toBeInTheDocument();
    expect(card.queryByText(/expired|this month/)).not.toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it.each([
    ['expires this month', 0, /expires at the end of this month/],
    ['has expired', -1, /This card has expired/],
  ])('E7 warns of a card that %s', async (_what, months, warning) => {
    const now = new Date();
    const month = new Date(now.getFullYear(), now.getMonth() + months, 1);
    const card = { ...visa, brand: 'amex', expiryMonth: month.getMonth() + 1, expiryYear: month.getFullYear() };
    renderApp('/billing', apiWith({ card }));
    expect(await screen.findByText(/^American Express ending in 4242/)).toBeInTheDocument();
    expect(screen.getByText(warning)).toBeInTheDocument();
  });

  it('E7 another card is entered at the provider’s page: the browser is sent there, by the keyboard as well', async () => {
    const left = watchLeaving();
    const { user, api } = renderApp('/billing', new MockApi().signedIn());
    (await screen.findByRole('button', { name: 'Replace card' })).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(left).toEqual([`https://cards.example/${id(600)}`]));
    expect(api.calls('POST /payment-method/setups')).toHaveLength(1);
  });

  it('E7 only an address of the web is followed', async () => {
    const left = watchLeaving();
    const api = new MockApi().signedIn().on('POST /payment-method/setups', () => json(201, { setupId: id(1), url: 'javascript:alert(1)' }));
    const { user } = renderApp('/billing', api);
    await user.click(await screen.findByRole('button', { name: 'Replace card' }));
    expect(await screen.findByText('The page for your card could not be opened')).toBeInTheDocument();
    expect(left).toEqual([]);
  });

  it('E7 a provider without an answer, and an account that is not loaded or still being set up', async () => {
    const api = apiWith({ card: undefined })
      .on('POST /payment-method/setups', () => problem(503, 'payment.provider-unavailable', {}, { 'Retry-After': '60' }))
      .on('GET /billing-account', () => problem(404, 'resource.not-found'), 1)
      .on('GET /billing-account', () => problem(500, 'internal.error'), 1);
    const { user } = renderApp('/billing', api);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Your account is still being set up. This takes a moment.')).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Add card' }));
    expect(await screen.findByText(/payment provider gives no answer. Please try again in 60 seconds/)).toBeInTheDocument();
    expect(screen.getByText('No card has been added yet.')).toBeInTheDocument();
  });
});

describe('coming back from the card page', () => {
  const url = `/billing?card=${id(600)}`;
  // As in the browser, where each effect is run twice in development.
  beforeEach(() => configure({ reactStrictMode: true }));
  afterEach(() => configure({ reactStrictMode: false }));

  it('E7 the card is taken once, told, and gone from the address; what is unpaid is charged to it', async () => {
    const api = apiWith({ card: undefined, cardPages: new Map([[id(600), true]]), statements: [unpaid({ failure: 'NO_CARD' })], bank: 'IS_AT_IT' });
    const { path } = renderApp(url, api);
    expect(await screen.findByText('Your card was saved')).toBeInTheDocument();
    expect(await screen.findByText(/^Mastercard ending in 4444/)).toBeInTheDocument();
    expect(path()).toBe('/billing');
    const charging = await alert(/\$284.87 is being charged to your card/);
    expect(charging.queryByRole('button')).not.toBeInTheDocument();
    api.state.billing.statements = [unpaid({ state: 'PAID', nextTryAt: null })];
    await waitFor(() => expect(screen.queryByText(/is being charged/)).not.toBeInTheDocument());
    expect(api.calls(`POST /payment-method/setups/${id(600)}/complete`)).toHaveLength(1);
  });

  it('E7 no card was entered', async () => {
    const { path } = renderApp(url, apiWith({ cardPages: new Map([[id(600), false]]) }));
    expect(await screen.findByText('No card was entered')).toBeInTheDocument();
    expect(screen.getByText(/^Visa ending in 4242/)).toBeInTheDocument();
    expect(path()).toBe('/billing');
  });

  it('E7 without an answer the address stays, and it can be tried again', async () => {
    const api = apiWith({ cardPages: new Map([[id(600), true]]) });
    api.on(`POST /payment-method/setups/${id(600)}/complete`, () => problem(503, 'payment.provider-unavailable', {}, { 'Retry-After': '60' }), 1);
    const { user, path } = renderApp(url, api);
    expect(await screen.findByText('Whether your card was saved is not known yet')).toBeInTheDocument();
    expect(path()).toBe(url);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Your card was saved')).toBeInTheDocument();
    await waitFor(() => expect(path()).toBe('/billing'));
    expect(screen.queryByText(/is not known yet/)).not.toBeInTheDocument();
  });
});

describe('the standing', () => {
  it('E7 an account that pays has no alert', async () => {
    renderApp('/billing', new MockApi().signedIn());
    await screen.findByRole('button', { name: 'Replace card' });
    expect(screen.queryByRole('button', { name: /^Pay/ })).not.toBeInTheDocument();
    expect(screen.queryByText(/unpaid/)).not.toBeInTheDocument();
  });

  it('E7 past due: what is unpaid, why, what it means; it is paid now', async () => {
    const { user, api } = renderApp('/billing', pastDue());
    const box = await alert(/A payment has failed for good: \$284.87 is unpaid/);
    expect(box.getByText('The bank declined the card.')).toBeInTheDocument();
    expect(box.getByText(/Everyone keeps working, but no new slots or numbers/)).toBeInTheDocument();
    expect(box.getByRole('button', { name: 'Use another card' })).toBeInTheDocument();
    await user.click(box.getByRole('button', { name: `Pay ${TOTAL} now` }));
    expect(await screen.findByText(`${TOTAL} was paid`)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText(/is unpaid/)).not.toBeInTheDocument());
    expect(screen.getByRole('heading', { name: 'Billing' })).toHaveFocus();
    expect(await screen.findByRole('row', { name: /Paid.*\$284.87/ })).toBeInTheDocument();
    expect(api.calls(`POST /statements/${unpaid().id}/payments`)).toHaveLength(1);
  });

  it('E7 several statements are paid one after the other, the oldest first', async () => {
    const older = unpaid({ state: 'PAST_DUE', nextTryAt: null, failure: 'CARD_DECLINED' }, { id: id(502), from: '2026-10-10', to: '2026-11-09', issuedAt: '2026-10-10T15:00:00Z' });
    const { user, api } = renderApp('/billing', apiWith({ statements: [unpaid(), older] }));
    await user.click(await screen.findByRole('button', { name: 'Pay $569.74 now' }));
    expect(await screen.findByText('$569.74 was paid')).toBeInTheDocument();
    const paid = api.asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/payments')).map(({ path }) => path);
    expect(paid).toEqual([`/statements/${older.id}/payments`, `/statements/${unpaid().id}/payments`]);
  });

  it('E7 a declined card says why, and another one can be used', async () => {
    const left = watchLeaving();
    const { user } = renderApp('/billing', pastDue({ bank: 'INSUFFICIENT_FUNDS' }));
    await user.click(await screen.findByRole('button', { name: `Pay ${TOTAL} now` }));
    expect(await screen.findByText('There was not enough money on the card. Try again, or use another card.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Use another card' }));
    await waitFor(() => expect(left).toHaveLength(1));
  });

  it('E7 past due without a card: there is nothing to pay with yet', async () => {
    renderApp('/billing', pastDue({ card: undefined }));
    const box = await alert(/failed for good/);
    expect(box.getByRole('button', { name: 'Add card' })).toBeInTheDocument();
    expect(box.queryByRole('button', { name: /^Pay/ })).not.toBeInTheDocument();
  });

  it('E7 unpaid and no card: add one, and when it is tried again', async () => {
    renderApp('/billing', apiWith({ card: undefined, statements: [unpaid({ failure: 'NO_CARD' })] }));
    const box = await alert(/Add a card to pay \$284.87/);
    expect(await box.findByText('We try again on Nov 15, 2026.')).toBeInTheDocument();
    expect(box.getByRole('button', { name: 'Add card' })).toBeInTheDocument();
  });

  it('E7 a try has failed and more are to come', async () => {
    renderApp('/billing', apiWith({ statements: [unpaid({ failure: 'CARD_EXPIRED' })] }));
    const box = await alert(/A payment has failed: \$284.87 is unpaid/);
    expect(box.getByText('The card has expired.')).toBeInTheDocument();
    expect(box.getByText('We try again on Nov 15, 2026.')).toBeInTheDocument();
    expect(box.getByRole('button', { name: `Pay ${TOTAL} now` })).toBeInTheDocument();
  });
});

describe('past statements', () => {
  it('E6 E7 each with its state, what credit has paid, and its PDF', async () => {
    const statements = [
      unpaid({}, { creditCents: 2800 }),
      unpaid({ state: 'PAST_DUE', nextTryAt: null }, { id: id(502), from: '2026-10-10', to: '2026-11-09' }),
      unpaid({ state: 'PAID', nextTryAt: null, paidAt: '2026-09-10T15:00:04Z' }, { id: id(501), from: '2026-09-10', to: '2026-10-09', creditCents: 1000 }),
    ];
    renderApp('/billing', apiWith({ statements, creditCents: 2800 }));
    const past = await screen.findByRole('grid', { name: 'Past statements' });
    expect(within(past).getByRole('row', { name: /Open Next try on Nov 15, 2026 \$284.87 \$256.87 to pay, the rest by credit/ })).toBeInTheDocument();
    expect(within(past).getByRole('row', { name: /Past due \$284.87 Statement/ })).toBeInTheDocument();
    expect(within(past).getByRole('row', { name: /Paid \$284.87 \$274.87 charged, the rest by credit/ })).toBeInTheDocument();
    const pdf = within(past).getByRole('link', { name: 'Statement of Oct 10, 2026 to Nov 9, 2026 as PDF' });
    expect(pdf).toHaveAttribute('href', `/api/v1/statements/${id(502)}.pdf`);
    expect(pdf).toHaveAttribute('target', '_blank');
    expect(await screen.findByText('$28.00 credit, used for your next statement.')).toBeInTheDocument();
  });
});

describe('prices', () => {
  it('E1 plans with what they hold, and additional numbers', async () => {
    renderApp('/billing', new MockApi().signedIn());
    const prices = await section('Prices');
    const pro = (await prices.findByRole('heading', { name: 'Pro' })).closest('li');
    expect(pro).toHaveTextContent('$29.99 per user and monthUnlimited minutesDirect number includedHIPAA-compliant video');
    expect(prices.getByText('500 minutes a month')).toBeInTheDocument();
    expect(await prices.findByText('$4.99 / month')).toBeInTheDocument();
  });

  it('E1 what could not be loaded can be tried again', async () => {
    const api = new MockApi().signedIn().on('GET /plans', () => problem(500, 'internal.error'), 1).on('GET /phone-numbers/available', () => problem(500, 'internal.error'), 1);
    const { user } = renderApp('/billing', api);
    const prices = await section('Prices');
    await prices.findByText('The prices could not be loaded');
    await prices.findByText('The price of additional numbers could not be loaded');
    for (const again of prices.getAllByRole('button', { name: 'Try again' })) await user.click(again);
    expect(await prices.findByRole('heading', { name: 'Pro' })).toBeInTheDocument();
    expect(await prices.findByText('$4.99 / month')).toBeInTheDocument();
  });
});
