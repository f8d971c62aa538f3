import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { json, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { renderApp } from '@/testing/renderApp';

type Rendered = ReturnType<typeof renderApp>;

async function open(api = new MockApi()) {
  const app = renderApp('/sign-up', api);
  await screen.findByRole('radio', { name: /\(212\) 555-0101/ });
  await screen.findByRole('spinbutton', { name: 'Plus slots' });
  return app;
}

async function fill({ user }: Rendered) {
  const texts = [
    ['Company name', 'Acme'],
    ['First name', 'Rosalind'],
    ['Last name', 'Franklin'],
    ['Email', 'rosalind@acme.example'],
  ] as const;
  for (const [name, text] of texts) await user.type(screen.getByRole('textbox', { name }), text);
  await user.type(screen.getByLabelText('Password'), 'double-helix-1952');
  await user.click(screen.getByRole('radio', { name: /\(312\) 555-0117/ }));
}

async function send({ user }: Rendered) {
  await user.click(screen.getByRole('button', { name: 'Create account' }));
}

function summary() {
  const section = screen.getByRole('heading', { name: 'Your monthly total' }).closest('section');
  if (section === null) throw new Error('The summary has no section');
  return within(section);
}

describe('sign-up', () => {
  it('A1 one request makes the account, then the admin is signed in and sees his users', async () => {
    const app = await open();
    await fill(app);
    await app.user.click(screen.getByRole('button', { name: 'One Basic slot more' }));
    await send(app);
    expect(await screen.findByRole('heading', { name: 'Users' })).toBeVisible();
    expect(app.path()).toBe('/users');
    const [call, ...others] = app.api.calls('POST /accounts');
    expect(others).toEqual([]);
    expect(app.api.calls('POST /session').map(({ body }) => body)).toEqual([
      { email: 'rosalind@acme.example', password: 'double-helix-1952' },
    ]);
    expect(call?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(call?.body).toEqual({
      companyName: 'Acme',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      mainNumber: '+13125550117',
      slots: { BASIC: 1, PLUS: 1, PRO: 0 },
      admin: { firstName: 'Rosalind', lastName: 'Franklin', email: 'rosalind@acme.example', password: 'double-helix-1952', plan: 'PLUS' },
    });
  });

  it('A1 when only the sign-in fails, the account is ready and the sign-in page says so', async () => {
    const app = await open(new MockApi().on('POST /session', () => problem(503, 'service.unavailable', {}, { 'Retry-After': '60' })));
    await fill(app);
    await send(app);
    expect(await screen.findByText('Your account is ready')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Email' })).toHaveValue('rosalind@acme.example');
  });

  it('A2 the monthly sum follows the slots', async () => {
    const { user } = await open();
    expect(summary().getAllByText('$19.99').length).toBeGreaterThan(0);
    await user.click(screen.getByRole('button', { name: 'One Plus slot more' }));
    await user.click(screen.getByRole('button', { name: 'One Pro slot more' }));
    expect(summary().getByText('2 × Plus')).toBeInTheDocument();
    expect(summary().getByText('$69.97')).toBeInTheDocument();
  });

  it('A1 the admin takes a plan that has a slot', async () => {
    const { user } = await open();
    expect(screen.queryByRole('radio', { name: 'Pro' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'One Pro slot more' }));
    expect(screen.getByRole('radio', { name: 'Plus' })).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'One Plus slot fewer' }));
    expect(screen.getByRole('radio', { name: 'Pro' })).toBeChecked();
  });

  it('A1 without any slot nothing is sent', async () => {
    const app = await open();
    await fill(app);
    await app.user.click(screen.getByRole('button', { name: 'One Plus slot fewer' }));
    await send(app);
    expect(await screen.findByText(/Choose at least one slot/)).toBeInTheDocument();
    expect(app.api.calls('POST /accounts')).toHaveLength(0);
  });

  it('A1 empty fields are told at the fields, and the first has the focus', async () => {
    const app = await open();
    await send(app);
    expect(await screen.findAllByText('Please fill in this field.')).toHaveLength(3);
    expect(screen.getByText('Pick your company’s main number.')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Company name' })).toHaveFocus();
  });
});

describe('the password', () => {
  it('A5 its rules are ticked while it is typed', async () => {
    const { user } = await open();
    await user.type(screen.getByRole('textbox', { name: 'Company name' }), 'Acme Incorporated');
    const rule = (text: string) => within(screen.getByRole('list', { name: 'What it must be' })).getByText(text).closest('li');
    await user.type(screen.getByLabelText('Password'), 'short');
    expect(rule('12 to 128 characters')).toHaveClass('pf-m-error');
    await user.type(screen.getByLabelText('Password'), ' but then longer');
    expect(rule('12 to 128 characters')).toHaveClass('pf-m-success');
    await user.clear(screen.getByLabelText('Password'));
    await user.type(screen.getByLabelText('Password'), 'acme incorporated');
    expect(rule('Not your name, email or company')).toHaveClass('pf-m-error');
  });
});

describe('answers of the API', () => {
  it('errors[] land at their fields', async () => {
    const errors = [
      { pointer: '/companyName', detail: 'The name is too long' },
      { pointer: '/admin/password', detail: 'common', code: 'password.too-common' },
    ];
    const app = await open(new MockApi().on('POST /accounts', () => problem(422, 'request.invalid', { errors })));
    await fill(app);
    await send(app);
    expect(await screen.findByText('The name is too long')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Company name' })).toHaveFocus();
    expect(screen.getByText(/Many people use this password/)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('C4 an e-mail address in use is told at the e-mail', async () => {
    const app = await open(new MockApi().on('POST /accounts', () => problem(409, 'user.email-taken')));
    await fill(app);
    await send(app);
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Email' })).toHaveAccessibleDescription(/already in use/));
  });

  it('A1 a number that was taken meanwhile reloads the choice', async () => {
    const app = await open(new MockApi().on('POST /accounts', () => problem(409, 'account.main-number-taken'), 1));
    await fill(app);
    const before = app.api.calls('GET /phone-numbers/available').length;
    await send(app);
    expect(await screen.findByText(/has just been taken/)).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: /\(312\) 555-0117/ })).not.toBeChecked();
    await waitFor(() => expect(app.api.calls('GET /phone-numbers/available').length).toBe(before + 1));
  });

  it('A1 an unknown outcome is repeated with the same key', async () => {
    const app = await open(new MockApi().on('POST /accounts', () => problem(500, 'internal.error'), 1));
    await fill(app);
    await send(app);
    expect(await screen.findByText(/it will not be created twice/)).toBeInTheDocument();
    await send(app);
    expect(await screen.findByRole('heading', { name: 'Users' })).toBeVisible();
    expect(new Set(app.api.calls('POST /accounts').map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1);
  });
});

describe('the main number', () => {
  it('F1 is searched by area code and by digits', async () => {
    const { user, api } = await open();
    await user.type(screen.getByRole('textbox', { name: 'Area code' }), '415');
    await waitFor(() => expect(screen.queryByRole('radio', { name: /\(212\) 555-0101/ })).not.toBeInTheDocument());
    await user.type(screen.getByRole('textbox', { name: 'Contains digits' }), '77');
    await waitFor(() => expect(screen.getAllByRole('radio', { name: /555/ })).toHaveLength(1));
    const { query } = api.calls('GET /phone-numbers/available').at(-1) ?? { query: new URLSearchParams() };
    expect([query.get('areaCode'), query.get('contains')]).toEqual(['415', '77']);
    await user.click(screen.getByRole('button', { name: 'Reload numbers' }));
    await waitFor(() => expect(api.calls('GET /phone-numbers/available').length).toBeGreaterThan(2));
  });

  it('F1 an area code that cannot be is told and not asked for', async () => {
    const { user, api } = await open();
    const field = screen.getByRole('textbox', { name: 'Area code' });
    await user.type(field, '123');
    expect(field).toHaveAccessibleDescription(/Begins with 2 to 9/);
    expect(api.calls('GET /phone-numbers/available').every(({ query }) => !query.has('areaCode'))).toBe(true);
  });

  it('says when no number matches', async () => {
    renderApp('/sign-up', new MockApi().on('GET /phone-numbers/available', () => json(200, { items: [] })));
    expect(await screen.findByText(/No number matches/)).toBeInTheDocument();
  });

  it('an error is told with a way to try again', async () => {
    const { user } = renderApp('/sign-up', new MockApi().on('GET /phone-numbers/available', () => problem(500, 'internal.error'), 1));
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('radio', { name: /\(212\) 555-0101/ })).toBeInTheDocument();
  });
});

it('the time zone is found by typing', async () => {
  const app = await open();
  const zone = screen.getByRole('combobox', { name: 'Time zone' });
  await app.user.click(zone);
  await app.user.clear(zone);
  await app.user.type(zone, 'lisb{Enter}');
  expect(zone).toHaveValue('Europe/Lisbon');
});
