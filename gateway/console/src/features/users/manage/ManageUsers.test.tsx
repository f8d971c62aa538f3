import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { json, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { activeUser, demoState } from '@/testing/mockApi/state';
import { renderApp } from '@/testing/renderApp';

async function rowOf(name: string) {
  const row = await waitFor(() => {
    const found = screen.getAllByText(name).map((element) => element.closest('tr'));
    const first = found.find((one) => one !== null);
    if (!first) throw new Error(`${name} is in no row`);
    return first;
  });
  return within(row);
}

function crowd(size: number): MockApi {
  const state = demoState();
  state.users = Array.from({ length: size }, (_, index) => activeUser(index + 1, 'User', String(index + 1).padStart(3, '0'), 'BASIC'));
  return new MockApi(state).signedIn();
}

describe('the table', () => {
  it('B1 shows name, admin tag, plan, direct number, extension and bridge of each person', async () => {
    renderApp('/users', new MockApi().signedIn());
    const row = await rowOf('Grace Hopper');
    for (const text of ['Admin', 'Pro', '(212) 555-0142', '101', '421 707 3531', 'Active']) {
      expect(row.getByText(text)).toBeInTheDocument();
    }
    expect(screen.getByRole('grid', { name: 'Users' })).toBeInTheDocument();
    expect(document.title).toBe('Manage users – Switchboard');
  });

  it.each([
    ['Ada Lovelace', 'Invite sent'],
    ['Edsger Dijkstra', 'Invite failed'],
    ['Donald Knuth', 'Invite came back'],
    ['Barbara Liskov', 'Invite expired'],
  ])('B2 %s has not yet joined: %s', async (name, mail) => {
    renderApp('/users', new MockApi().signedIn());
    const row = await rowOf(name);
    expect(row.getByText('Has not yet joined')).toBeInTheDocument();
    expect(row.getByText(mail)).toBeInTheDocument();
  });

  it('B3 open slots are rows of their own whose Invite leads to Add Users with that plan', async () => {
    const { user, path } = renderApp('/users', new MockApi().signedIn());
    const row = await rowOf('Open Pro slot');
    await user.click(row.getByRole('link', { name: 'Invite' }));
    expect(await screen.findByRole('combobox', { name: 'Plan' })).toHaveValue('PRO');
    expect(path()).toBe('/users/add?plan=PRO');
    expect(screen.getByRole('textbox', { name: 'First name' })).toHaveFocus();
  });

  it('B5 a row that is still being provisioned is asked for again soon', async () => {
    const api = new MockApi().signedIn();
    const late = activeUser(20, 'Late', 'Comer', 'PLUS');
    api.on('GET /users', () => json(200, { items: [late], total: 1, next: null, openSlots: [] }));
    api.on('GET /users', () => json(200, { items: [{ ...late, extension: null }], total: 1, next: null, openSlots: [] }), 1);
    renderApp('/users', api);
    expect((await rowOf('Late Comer')).getByText('Being assigned')).toBeInTheDocument();
    expect(await screen.findByText('120')).toBeInTheDocument();
  });
});

describe('finding people', () => {
  it('B4 a search asks once the typing rests and stands in the address', async () => {
    const { api, path } = renderApp('/users', new MockApi().signedIn());
    await rowOf('Alan Turing');
    const field = screen.getByRole('textbox', { name: 'Search users' });
    for (const value of ['a', 'ad', 'ada']) fireEvent.change(field, { target: { value } });
    await waitFor(() => expect(screen.queryByText('Alan Turing')).not.toBeInTheDocument());
    expect(screen.getByText('Ada Lovelace')).toBeInTheDocument();
    expect(path()).toBe('/users?search=ada');
    expect(api.calls('GET /users').map(({ query }) => query.get('search'))).toEqual([null, 'ada']);
  });

  it('B4 the filters stand in the address and go to the API as lists', async () => {
    const { user, api, path } = renderApp('/users', new MockApi().signedIn());
    await rowOf('Alan Turing');
    await user.click(screen.getByRole('button', { name: 'Filter by plan' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Plus' }));
    await user.click(screen.getByRole('checkbox', { name: 'Pro' }));
    await user.click(screen.getByRole('switch', { name: 'Without a direct number' }));
    await waitFor(() => expect(screen.queryByText('Alan Turing')).not.toBeInTheDocument());
    expect(path()).toBe('/users?plan=PLUS%2CPRO&withoutNumber=true');
    const { query } = api.calls('GET /users').at(-1) ?? { query: new URLSearchParams() };
    expect([query.get('plan'), query.get('withoutNumber')]).toEqual(['PLUS,PRO', 'true']);
  });

  it('B4 an address with a view opens that view', async () => {
    renderApp('/users?state=INVITED&sort=-lastName', new MockApi().signedIn());
    await rowOf('Ada Lovelace');
    expect(screen.queryByText('Alan Turing')).not.toBeInTheDocument();
    expect(screen.getByRole('columnheader', { name: /Name/ })).toHaveAttribute('aria-sort', 'descending');
  });

  it('B4 a click on a column sorts by it, a second one the other way round', async () => {
    const { user, path } = renderApp('/users', new MockApi().signedIn());
    await rowOf('Alan Turing');
    await user.click(screen.getByRole('button', { name: 'Extension' }));
    expect(path()).toBe('/users?sort=extension');
    await user.click(screen.getByRole('button', { name: 'Extension' }));
    expect(path()).toBe('/users?sort=-extension');
  });

  it('B4 nobody found: says so and offers to clear the filters', async () => {
    const { user, path } = renderApp('/users?search=nobody', new MockApi().signedIn());
    expect(await screen.findByRole('heading', { name: 'No users found' })).toBeInTheDocument();
    await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] as HTMLElement);
    await rowOf('Alan Turing');
    expect(path()).toBe('/users');
    expect(screen.getByRole('textbox', { name: 'Search users' })).toHaveValue('');
  });

  it('B4 pages of 50 with a total, forth and back', async () => {
    const { user, path } = renderApp('/users', crowd(120));
    await rowOf('User 001');
    expect(screen.getByText('1–50 of 120')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    await rowOf('User 051');
    expect(screen.getByText('51–100 of 120')).toBeInTheDocument();
    expect(path()).toBe('/users?cursor=after-50&page=2');
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    await rowOf('User 101');
    await user.click(screen.getByRole('button', { name: 'Previous page' }));
    await rowOf('User 051');
    await user.click(screen.getByRole('button', { name: 'Previous page' }));
    await rowOf('User 001');
    expect(path()).toBe('/users');
  });

  it('B4 a cursor that no longer holds begins at the first page', async () => {
    const { path } = renderApp('/users?cursor=gone&page=3', crowd(60));
    await rowOf('User 001');
    expect(path()).toBe('/users');
  });
});

describe('when it does not go well', () => {
  it('slow: a skeleton stands in for the rows', async () => {
    const api = new MockApi().signedIn().on('GET /users', () => new Promise<Response>(() => undefined));
    renderApp('/users', api);
    expect(await screen.findByRole('heading', { name: 'Users' })).toBeVisible();
    expect((await screen.findAllByText('Loading')).length).toBeGreaterThan(5);
  });

  it('an error is told with a way to try again', async () => {
    const api = new MockApi().signedIn().on('GET /users', () => problem(500, 'internal.error'), 1);
    const { user } = renderApp('/users', api);
    expect(await screen.findByRole('alert')).toHaveTextContent('The users could not be loaded');
    expect(screen.getByRole('alert')).toHaveTextContent('Reference: 4bf92f3577b34da6');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await rowOf('Alan Turing');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
