import type { ChangeAdmin, Role, SupportAccount, SupportPerson, SupportSession } from '../../lib/api/schema.ts';
import { fieldProblem, json, noContent, problem } from './answers.ts';
import { id } from './ids.ts';
import type { Answer, Call, Routes } from './route.ts';

export interface SupportDesk {
  session: SupportSession | undefined;
  accounts: SupportCompany[];
}

interface SupportCompany extends Omit<SupportAccount, 'users' | 'admins'> {
  people: SupportPerson[];
}

export const demoEmployee = { email: 'sam@support.example', password: 'switchboard-support' };

export const supportSession: SupportSession = {
  user: { id: id(950), name: 'Sam Rivera', email: demoEmployee.email, role: 'SUPPORT' },
  account: null,
};

export const supportDoor: Routes = { 'POST /support/session': signIn };

export const supportRoutes: Routes = supportOnly({
  'GET /support/accounts': find,
  'GET /support/accounts/{id}/users': people,
  'PUT /support/accounts/{id}/admin': changeAdmin,
});

function supportOnly(routes: Routes): Routes {
  const guarded = (answer: Answer): Answer => (call) => {
    if (call.state.support.session !== undefined) return answer(call);
    return call.state.session === undefined ? problem(401, 'auth.required') : problem(403, 'auth.forbidden');
  };
  return Object.fromEntries(Object.entries(routes).map(([when, answer]) => [when, guarded(answer)]));
}

function signIn({ state, body }: Call): Response {
  const { email, password } = body as { email: string; password: string };
  if (email.toLowerCase() !== demoEmployee.email || password !== demoEmployee.password) return problem(401, 'auth.invalid-credentials');
  state.session = undefined;
  state.support.session = supportSession;
  return json(200, supportSession);
}

function find({ state, query }: Call): Response {
  const search = (query.get('search') ?? '').toLowerCase().trim();
  if (search.length < 2) return fieldProblem(422, 'request.invalid', '/search');
  const digits = search.replaceAll(/\D/g, '');
  const found = state.support.accounts.filter(
    ({ companyName, mainNumber, people: all }) =>
      companyName.toLowerCase().includes(search) ||
      all.some(({ email }) => email.startsWith(search)) ||
      (digits !== '' && (mainNumber ?? '').includes(digits)),
  );
  return json(200, { items: found.map(shown), total: found.length, next: null });
}

function shown({ people: all, ...account }: SupportCompany): SupportAccount {
  const admins = all.filter(({ role, state }) => role === 'ADMIN' && state === 'ACTIVE');
  return { ...account, users: all.length, admins: admins.map(({ id: userId, firstName, lastName, email }) => ({ id: userId, firstName, lastName, email })) };
}

function people({ state, id: accountId, query }: Call): Response {
  const account = state.support.accounts.find((one) => one.id === accountId);
  if (account === undefined) return problem(404, 'resource.not-found');
  const search = (query.get('search') ?? '').toLowerCase().trim();
  const found = account.people.filter(({ firstName, lastName, email }) => `${firstName} ${lastName} ${email}`.toLowerCase().includes(search));
  return json(200, { items: found, total: found.length, next: null });
}

function changeAdmin({ state, id: accountId, body }: Call): Response {
  const { userId, keepOthers } = body as ChangeAdmin;
  const account = state.support.accounts.find((one) => one.id === accountId);
  const person = account?.people.find((one) => one.id === userId);
  if (account === undefined || person === undefined) return problem(404, 'resource.not-found');
  if (person.state === 'INVITED') return problem(409, 'user.not-joined');
  if (person.state !== 'ACTIVE') return problem(409, 'user.state-conflict');
  const roleOf = (one: SupportPerson): Role => (one.id === userId ? 'ADMIN' : keepOthers ? one.role : 'USER');
  account.people = account.people.map((one) => ({ ...one, role: roleOf(one) }));
  return noContent();
}

export function demoSupport(): SupportDesk {
  return {
    session: undefined,
    accounts: [
      company(900, 'Demo Company', '+12125550100', 'ACTIVE', [
        person(1, 'Grace', 'Hopper', 'admin@demo.example', { role: 'ADMIN' }),
        person(2, 'Alan', 'Turing', 'alan.turing@demo.example'),
        person(5, 'Hedy', 'Lamarr', 'hedy.lamarr@demo.example', { state: 'SUSPENDED' }),
        person(7, 'Ada', 'Lovelace', 'ada.lovelace@demo.example', { state: 'INVITED' }),
      ]),
      company(901, 'Demolition Partners', '+13125550177', 'PAST_DUE', [person(21, 'Rosa', 'Park', 'rosa@demolition.example', { role: 'ADMIN' })]),
      company(902, 'Harbor Light Books', '+14155550138', 'ACTIVE', [person(31, 'Mei', 'Tanaka', 'mei@harborlight.example', { role: 'ADMIN' })]),
    ],
  };
}

function company(number: number, companyName: string, mainNumber: string, state: SupportAccount['state'], all: SupportPerson[]): SupportCompany {
  return { id: id(number), companyName, mainNumber, state, signedUpAt: '2026-03-02T15:04:05Z', people: all };
}

function person(number: number, firstName: string, lastName: string, email: string, more: Partial<SupportPerson> = {}): SupportPerson {
  return { id: id(number), firstName, lastName, email, role: 'USER', state: 'ACTIVE', ...more };
}
