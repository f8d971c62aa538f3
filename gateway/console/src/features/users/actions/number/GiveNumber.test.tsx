import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { json, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { usd } from '@/testing/mockApi/plans';
import { activeUser, id } from '@/testing/mockApi/state';
import { openUsers } from '@/testing/userMenu';

const free = '+12125550198';
const dialog = () => within(screen.getByRole('dialog'));

/** With one person on PLUS who has no number yet. */
function api(): MockApi {
  const mock = new MockApi().signedIn();
  mock.state.users = [...mock.state.users, activeUser(11, 'Radia', 'Perlman', 'PLUS')];
  return mock;
}

async function plus(user: UserEvent, name: string) {
  await user.click(screen.getByRole('button', { name: `Give ${name} a direct number` }));
  return within(await screen.findByRole('dialog', { name: `Give ${name} a direct number` }));
}

async function plusNew(user: UserEvent, name: string) {
  const open = await plus(user, name);
  await user.click(await open.findByRole('button', { name: 'Get new number' }));
  return within(await screen.findByRole('dialog', { name: `Get a new number for ${name}` }));
}

describe('the plus sign', () => {
  it('B1 stands where somebody has no number, and nowhere else', async () => {
    await openUsers(api());
    expect(screen.getByRole('button', { name: 'Give Radia Perlman a direct number' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Give Alan Turing a direct number' })).not.toBeInTheDocument();
  });

  it('B7 an unassigned number is given; the main number is not among them (B8)', async () => {
    const { user, api: mock } = await openUsers(api());
    const open = await plus(user, 'Radia Perlman');
    expect(await open.findByText('Included in Plus: it costs nothing more.')).toBeInTheDocument();
    expect(open.getAllByRole('radio')).toHaveLength(1);
    await user.click(open.getByRole('radio', { name: '(212) 555-0198' }));
    await user.click(open.getByRole('button', { name: 'Assign number' }));
    expect(await screen.findByText('Radia Perlman has the number (212) 555-0198')).toBeInTheDocument();
    expect(mock.calls(`PUT /phone-numbers/${encodeURIComponent(free)}/assignment`).map(({ body }) => body)).toEqual([{ userId: id(11) }]);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Give Radia Perlman a direct number' })).not.toBeInTheDocument());
  });

  it('B7 on BASIC the dialog says what a number costs', async () => {
    const { user } = await openUsers(api());
    const open = await plus(user, 'Émilie du Châtelet');
    expect(await open.findByText('$4.99 a month: on Basic this number is not included.')).toBeInTheDocument();
  });

  it('B7 on PLUS a new one is ordered and assigned in one go, without a charge', async () => {
    const { user, api: mock } = await openUsers(api());
    const open = await plusNew(user, 'Radia Perlman');
    await user.click(await open.findByRole('radio', { name: /\(312\) 555-0117/ }));
    expect(await open.findByText(/Reserved for your company until/)).toBeInTheDocument();
    expect(open.getByText('Included in Plus: it costs nothing more.')).toBeInTheDocument();
    await user.click(open.getByRole('button', { name: 'Order and assign' }));
    expect(await screen.findByText('Radia Perlman has the number (312) 555-0117')).toBeInTheDocument();
    expect(await screen.findByText('(312) 555-0117')).toBeInTheDocument();
    const [order] = mock.calls('POST /phone-numbers');
    expect(order?.body).toEqual({ number: '+13125550117', assignTo: id(11), acceptCharges: false });
    expect(order?.headers.get('Idempotency-Key')).toMatch(/^[\da-f-]{36}$/);
  });

  it('B7 on BASIC a new one is ordered at the price that was shown', async () => {
    const { user, api: mock } = await openUsers(api());
    const open = await plusNew(user, 'Émilie du Châtelet');
    expect(await open.findByText('$4.99 a month: on Basic this number is not included.')).toBeInTheDocument();
    await user.click(await open.findByRole('radio', { name: /\(312\) 555-0117/ }));
    await user.click(open.getByRole('button', { name: 'Order and assign' }));
    await screen.findByText('Émilie du Châtelet has the number (312) 555-0117');
    expect(mock.calls('POST /phone-numbers')[0]?.body).toMatchObject({ acceptCharges: true });
  });

  it('C2 a price that was not shown is shown first, and ordered only when asked for again', async () => {
    const price = usd(599);
    const quote = { lines: [{ item: 'NUMBER', quantity: 1, unitPrice: price, amount: price }], monthlyIncrease: price };
    const mock = api().on('POST /phone-numbers', () => problem(402, 'number.charge-not-accepted', { quote }), 1);
    const { user } = await openUsers(mock);
    const open = await plusNew(user, 'Radia Perlman');
    await user.click(await open.findByRole('radio', { name: /\(312\) 555-0117/ }));
    await user.click(open.getByRole('button', { name: 'Order and assign' }));
    expect(await open.findByText('This number costs extra')).toBeInTheDocument();
    expect(open.getByText('$5.99 a month: on Plus this number is not included.')).toBeInTheDocument();
    await user.click(open.getByRole('button', { name: 'Order and assign' }));
    await screen.findByText('Radia Perlman has the number (312) 555-0117');
    expect(mock.calls('POST /phone-numbers').map(({ body }) => (body as { acceptCharges: boolean }).acceptCharges)).toEqual([false, true]);
  });

  it('E7 with an unpaid statement no new number is to be had, and one that is there is assigned', async () => {
    const mock = api();
    mock.state.isPastDue = true;
    const { user } = await openUsers(mock);
    const open = await plusNew(user, 'Radia Perlman');
    await user.click(await open.findByRole('radio', { name: /\(312\) 555-0117/ }));
    expect(await open.findByText(/A statement is unpaid. New numbers can be had again/)).toBeInTheDocument();
    await user.click(open.getByRole('button', { name: 'Back to the unassigned numbers' }));
    await user.click(await dialog().findByRole('radio', { name: '(212) 555-0198' }));
    await user.click(dialog().getByRole('button', { name: 'Assign number' }));
    expect(await screen.findByText('Radia Perlman has the number (212) 555-0198')).toBeInTheDocument();
  });

  it('F1 a number that somebody else has just got is said so when it is chosen', async () => {
    const mock = api().on('POST /phone-numbers/reservations', () => problem(409, 'number.taken'), 1);
    const { user } = await openUsers(mock);
    const open = await plusNew(user, 'Radia Perlman');
    await user.click(await open.findByRole('radio', { name: /\(312\) 555-0117/ }));
    expect(await open.findByText(/Somebody else has just got this number/)).toBeInTheDocument();
    expect(open.getByRole('radio', { name: /\(312\) 555-0117/ })).not.toBeChecked();
  });

  it('F1 what the carrier does not have is told with its reason, and another can be chosen', async () => {
    const mock = api();
    mock.on(`GET /phone-numbers/orders/${id(7000)}`, () =>
      json(200, { ...mock.state.orders[0], state: 'FAILED', reason: 'NOT_AVAILABLE' }),
    );
    const { user } = await openUsers(mock);
    const open = await plusNew(user, 'Radia Perlman');
    await user.click(await open.findByRole('radio', { name: /\(312\) 555-0117/ }));
    await user.click(open.getByRole('button', { name: 'Order and assign' }));
    expect(await open.findByText('The carrier no longer has this number. Choose another one.')).toBeInTheDocument();
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });

  it('without a choice nothing is sent, and the dialog says what is missing', async () => {
    const { user, api: mock } = await openUsers(api());
    const open = await plus(user, 'Radia Perlman');
    await user.click(await open.findByRole('button', { name: 'Assign number' }));
    expect(open.getByText('Choose a number, or get a new one.')).toBeInTheDocument();
    await user.click(open.getByRole('button', { name: 'Get new number' }));
    await user.click(dialog().getByRole('button', { name: 'Order and assign' }));
    expect(dialog().getByText('Choose a number.')).toBeInTheDocument();
    await user.click(dialog().getByRole('button', { name: 'Back to the unassigned numbers' }));
    expect(dialog().getByRole('button', { name: 'Assign number' })).toBeInTheDocument();
    expect(mock.calls('POST /phone-numbers')).toHaveLength(0);
  });

  it('a company without unassigned numbers is led to a new one; what cannot be loaded can be tried again', async () => {
    const mock = api().on('GET /phone-numbers', () => problem(500, 'internal.error'), 1);
    mock.state.numbers = [];
    const { user } = await openUsers(mock);
    const open = await plus(user, 'Radia Perlman');
    await user.click(await open.findByRole('button', { name: 'Try again' }));
    expect(await open.findByText('Your company has no unassigned number.')).toBeInTheDocument();
    expect(open.queryByRole('button', { name: 'Assign number' })).not.toBeInTheDocument();
    expect(open.getByRole('button', { name: 'Get new number' })).toBeInTheDocument();
  });
});
