import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { quoteOf } from '@/testing/mockApi/plans';
import { renderApp } from '@/testing/renderApp';

type User = ReturnType<typeof renderApp>['user'];

function person(number: number) {
  return within(screen.getByRole('group', { name: `Person ${number}` }));
}

async function fill(user: User, number: number, [firstName, lastName, email]: [string, string, string], plan?: string) {
  const row = person(number);
  await user.type(row.getByRole('textbox', { name: 'First name' }), firstName);
  await user.type(row.getByRole('textbox', { name: 'Last name' }), lastName);
  await user.type(row.getByRole('textbox', { name: 'Email' }), email);
  if (plan !== undefined) await user.selectOptions(row.getByRole('combobox', { name: 'Plan' }), plan);
}

async function open(api = new MockApi().signedIn()) {
  const app = renderApp('/users/add', api);
  await screen.findByRole('group', { name: 'Person 1' });
  return app;
}

const linus: [string, string, string] = ['Linus', 'Pauling', 'linus@demo.example'];
const marie: [string, string, string] = ['Marie', 'Curie', 'marie@demo.example'];

describe('the price', () => {
  it('C1 open slots are used first and cost nothing more', async () => {
    const { user, api } = await open();
    await fill(user, 1, linus, 'PLUS');
    expect(person(1).getByText('Included')).toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    expect(await screen.findByText('1 person invited')).toBeInTheDocument();
    expect(api.calls('POST /users')[0]?.body).toEqual({
      firstName: 'Linus',
      lastName: 'Pauling',
      email: 'linus@demo.example',
      plan: 'PLUS',
      acceptCharges: false,
    });
  });

  it('C2 beyond the open slots the button names the price and nothing is sent without consent', async () => {
    const { user, api } = await open();
    await fill(user, 1, linus, 'BASIC');
    expect(person(1).getByText('$14.99 / month')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Add and pay $14.99/month' }));
    expect(await screen.findByText('Please agree to the charge first.')).toBeInTheDocument();
    expect(api.calls('POST /users')).toHaveLength(0);
    await user.click(screen.getByRole('checkbox', { name: /I agree that \$14.99 a month/ }));
    await user.click(screen.getByRole('button', { name: 'Add and pay $14.99/month' }));
    expect(await screen.findByText('1 person invited')).toBeInTheDocument();
    expect(api.calls('POST /users')[0]?.body).toMatchObject({ acceptCharges: true });
    expect(person(1).getByRole('textbox', { name: 'First name' })).toHaveValue('');
    expect(screen.queryByText('Enter a first name.')).not.toBeInTheDocument();
    expect(screen.queryByText('Please agree to the charge first.')).not.toBeInTheDocument();
  });

  it('C2 a consent holds only for the price that was shown', async () => {
    const { user } = await open();
    await fill(user, 1, linus, 'BASIC');
    await user.click(screen.getByRole('checkbox', { name: /\$14.99/ }));
    await user.selectOptions(person(1).getByRole('combobox', { name: 'Plan' }), 'PRO');
    await user.click(screen.getByRole('button', { name: 'Add row' }));
    await user.selectOptions(person(2).getByRole('combobox', { name: 'Plan' }), 'PRO');
    expect(screen.getByRole('checkbox', { name: /\$29.99/ })).not.toBeChecked();
  });

  it('C2 a slot that somebody else took: the quote is shown, consent is asked, nothing was charged', async () => {
    const quote = quoteOf('PLUS');
    const api = new MockApi().signedIn().on('POST /users', () => problem(402, 'user.charge-not-accepted', { quote }), 1);
    const { user } = await open(api);
    await fill(user, 1, linus, 'PLUS');
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    expect(await person(1).findByText(/No open Plus slot is left/)).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: /\$19.99/ }));
    await user.click(screen.getByRole('button', { name: 'Add and pay $19.99/month' }));
    expect(await screen.findByText('1 person invited')).toBeInTheDocument();
    const [first, second] = api.calls('POST /users');
    expect(second?.body).toMatchObject({ acceptCharges: true });
    expect(second?.headers.get('Idempotency-Key')).not.toBe(first?.headers.get('Idempotency-Key'));
  });
});

describe('the result', () => {
  it('C3 one bad row does not stop the others and stays to be mended', async () => {
    const { user, api } = await open();
    await fill(user, 1, ['Grace', 'Again', 'admin@demo.example'], 'PLUS');
    await user.click(screen.getByRole('button', { name: 'Add row' }));
    await fill(user, 2, marie, 'PLUS');
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    expect(await screen.findByText('1 person invited')).toBeInTheDocument();
    expect(screen.getByText('Marie Curie (marie@demo.example), Plus')).toBeInTheDocument();
    expect(screen.getByText('1 person was not invited')).toBeInTheDocument();
    const email = person(1).getByRole('textbox', { name: 'Email' });
    expect(email).toHaveValue('admin@demo.example');
    expect(email).toHaveAccessibleDescription(/already in use/);
    expect(screen.queryByRole('group', { name: 'Person 2' })).not.toBeInTheDocument();
    await user.clear(email);
    await user.type(email, 'grace.again@demo.example');
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    await waitFor(() => expect(api.calls('POST /users')).toHaveLength(3));
    expect(await screen.findByText(/Grace Again/)).toBeInTheDocument();
  });

  it('E7 with an unpaid statement open slots are filled and no more are bought; the row says why', async () => {
    const api = new MockApi().signedIn();
    api.state.isPastDue = true;
    const { user } = await open(api);
    await fill(user, 1, linus, 'BASIC');
    await user.click(screen.getByRole('button', { name: 'Add row' }));
    await fill(user, 2, marie, 'PLUS');
    await user.click(screen.getByRole('checkbox', { name: /\$14.99/ }));
    await user.click(screen.getByRole('button', { name: 'Add and pay $14.99/month' }));
    expect(await screen.findByText('Marie Curie (marie@demo.example), Plus')).toBeInTheDocument();
    expect(person(1).getByText(/A statement is unpaid. People can be added again when it is paid/)).toBeInTheDocument();
    expect(screen.queryByRole('group', { name: 'Person 2' })).not.toBeInTheDocument();
  });

  it('C3 a row whose outcome is unknown is repeated with the same key', async () => {
    const api = new MockApi().signedIn().on('POST /users', () => problem(500, 'internal.error'), 1);
    const { user } = await open(api);
    await fill(user, 1, linus, 'PLUS');
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    expect(await screen.findByText(/nobody is invited twice/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    expect(await screen.findByText('1 person invited')).toBeInTheDocument();
    const keys = api.calls('POST /users').map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('C3 the end of the session stops the rows that follow', async () => {
    const api = new MockApi().signedIn().on('POST /users', () => problem(401, 'auth.required'));
    const { user } = await open(api);
    await fill(user, 1, linus, 'PLUS');
    await user.click(screen.getByRole('button', { name: 'Add row' }));
    await fill(user, 2, marie, 'PLUS');
    api.state.session = undefined;
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(api.calls('POST /users')).toHaveLength(1);
  });

  it('C4 the same address in two rows is told before anything is sent', async () => {
    const { user, api } = await open();
    await fill(user, 1, linus);
    await user.click(screen.getByRole('button', { name: 'Add row' }));
    await fill(user, 2, ['Other', 'Person', 'LINUS@demo.example']);
    await user.click(screen.getByRole('button', { name: /Invite|Add and pay/ }));
    expect(await screen.findByText('This address is in another row, too.')).toBeInTheDocument();
    expect(api.calls('POST /users')).toHaveLength(0);
  });

  it('C1 empty fields are told at the fields, rows can be removed', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Add row' }));
    await user.click(screen.getByRole('button', { name: 'Remove person 2' }));
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    expect(await screen.findByText('Enter a first name.')).toBeInTheDocument();
    expect(screen.getByText('Enter a full email address.')).toBeInTheDocument();
  });

  it('B5 the next list sends the Consistency-Token of the invite', async () => {
    const { user, api } = await open();
    await fill(user, 1, linus, 'PLUS');
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    await screen.findByText('1 person invited');
    await user.click(screen.getByRole('button', { name: 'See all users' }));
    expect(await screen.findByText('Linus Pauling')).toBeInTheDocument();
    expect(api.calls('GET /users').some(({ headers }) => headers.get('Consistency-Token') === 'token-11')).toBe(true);
  });
});

it('an error while loading plans is told with a way to try again', async () => {
  const api = new MockApi().signedIn().on('GET /plans', () => problem(500, 'internal.error'), 1);
  const { user } = renderApp('/users/add', api);
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('group', { name: 'Person 1' })).toBeInTheDocument();
});
