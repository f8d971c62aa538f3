import type { AssignNumber, PhoneNumber, User } from '../../lib/api/schema.ts';
import { fieldProblem, json, ownWrite, problem } from './answers.ts';
import { etag, versionProblem, type Call, type Routes } from './route.ts';
import type { MockState } from './state.ts';
import { change } from './users.ts';

export const companyNumberRoutes: Routes = {
  'GET /phone-numbers': list,
  'PUT /phone-numbers/{id}/assignment': (call) => withNumber(call, (number) => assign(call, number)),
  'DELETE /phone-numbers/{id}/assignment': (call) => withNumber(call, (number) => unassign(call, number)),
};

export function demoNumbers(users: readonly User[]): PhoneNumber[] {
  const direct = users.flatMap(({ id, directNumbers }) =>
    (directNumbers ?? []).map((number): PhoneNumber => ({ number, state: 'ASSIGNED', use: 'DIRECT', userId: id, version: 2 })),
  );
  return [
    { number: '+12125550100', state: 'ASSIGNED', use: 'COMPANY_MAIN', userId: null, version: 1 },
    ...direct,
    { number: '+12125550198', state: 'UNASSIGNED', use: null, userId: null, version: 1 },
    { number: '+12125550199', state: 'ASSIGNED', use: 'DIRECT', userId: '00000000-0000-7000-8000-00000000dead', version: 3 },
  ];
}

function list({ state, query }: Call): Response {
  const fits = (name: 'use' | 'state', value: string | null | undefined) => !query.has(name) || query.get(name) === value;
  const found = state.numbers
    .filter((one) => fits('use', one.use) && fits('state', one.state) && one.number.includes(query.get('contains') ?? ''))
    .toSorted((a, b) => a.number.localeCompare(b.number));
  return json(200, { items: found, total: found.length, next: null });
}

function assign(call: Call, number: PhoneNumber): Response {
  const holder = call.body as AssignNumber;
  if (number.state !== 'UNASSIGNED') return problem(409, 'number.in-use');
  if ('company' in holder) {
    if (call.state.numbers.some(({ use }) => use === 'COMPANY_MAIN')) return problem(409, 'number.main-exists');
    return store(call, { ...number, state: 'ASSIGNED', use: 'COMPANY_MAIN' });
  }
  const user = call.state.users.find(({ id }) => id === holder.userId);
  if (user === undefined) return fieldProblem(422, 'number.user-unknown', '/userId');
  change(call.state, user, { directNumbers: [...(user.directNumbers ?? []), number.number] });
  return store(call, { ...number, state: 'ASSIGNED', use: 'DIRECT', userId: user.id });
}

function unassign(call: Call, number: PhoneNumber): Response {
  const user = call.state.users.find(({ id }) => id === number.userId);
  if (user !== undefined) {
    change(call.state, user, { directNumbers: (user.directNumbers ?? []).filter((one) => one !== number.number) });
  }
  return store(call, { ...number, state: 'UNASSIGNED', use: null, userId: null });
}

function withNumber(call: Call, answer: (number: PhoneNumber) => Response): Response {
  const number = call.state.numbers.find((one) => one.number === decodeURIComponent(call.id));
  if (number === undefined) return problem(404, 'resource.not-found');
  return versionProblem(call, number.version) ?? answer(number);
}

function store({ state }: { state: MockState }, number: PhoneNumber): Response {
  const stored = { ...number, version: number.version + 1 };
  state.numbers = state.numbers.map((one) => (one.number === stored.number ? stored : one));
  return json(200, stored, { ETag: etag(stored.version), ...ownWrite() });
}
