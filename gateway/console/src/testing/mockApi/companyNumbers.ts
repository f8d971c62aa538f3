import type { AssignNumber, Destination, NumberOrder, OrderNumber, PhoneNumber, User } from '../../lib/api/schema.ts';
import { fieldProblem, json, ownWrite, problem } from './answers.ts';
import { id } from './ids.ts';
import { plans, usd } from './plans.ts';
import { etag, versionProblem, type Call, type Routes } from './route.ts';
import type { MockState } from './state.ts';
import { change } from './users.ts';

export const companyNumberRoutes: Routes = {
  'GET /phone-numbers': list,
  'POST /phone-numbers': order,
  'POST /phone-numbers/reservations': reserve,
  'GET /phone-numbers/orders': ({ state }) => json(200, { items: state.orders }),
  'GET /phone-numbers/orders/{id}': readOrder,
  'DELETE /phone-numbers/{id}': (call) => withNumber(call, (number) => release(call, number)),
  'POST /phone-numbers/{id}/restore': takeBack,
  'PUT /phone-numbers/{id}/destination': (call) => withNumber(call, (number) => lead(call, number)),
  'PUT /phone-numbers/{id}/assignment': (call) => withNumber(call, (number) => assign(call, number)),
  'DELETE /phone-numbers/{id}/assignment': (call) => withNumber(call, (number) => unassign(call, number)),
};

export function demoNumbers(users: readonly User[]): PhoneNumber[] {
  const direct = users.flatMap(({ id, directNumbers }) =>
    (directNumbers ?? []).map((number): PhoneNumber => ({ number, state: 'ASSIGNED', use: 'DIRECT', userId: id, destination: { type: 'USER', userId: id }, version: 2 })),
  );
  return [
    { number: '+12125550100', state: 'ASSIGNED', use: 'COMPANY_MAIN', userId: null, destination: { type: 'GREETING' }, version: 1 },
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
    return store(call, { ...number, state: 'ASSIGNED', use: 'COMPANY_MAIN', destination: { type: 'GREETING' } });
  }
  const user = call.state.users.find(({ id }) => id === holder.userId);
  if (user === undefined) return fieldProblem(422, 'number.user-unknown', '/userId');
  change(call.state, user, { directNumbers: [...(user.directNumbers ?? []), number.number] });
  return store(call, { ...number, state: 'ASSIGNED', use: 'DIRECT', userId: user.id, destination: { type: 'USER', userId: user.id } });
}

function unassign(call: Call, number: PhoneNumber): Response {
  const user = call.state.users.find(({ id }) => id === number.userId);
  if (user !== undefined) {
    change(call.state, user, { directNumbers: (user.directNumbers ?? []).filter((one) => one !== number.number) });
  }
  return store(call, { ...number, state: 'UNASSIGNED', use: null, userId: null, destination: null });
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

const price = usd(499);
const quote = { lines: [{ item: 'NUMBER', quantity: 1, unitPrice: price, amount: price }], monthlyIncrease: price };

function reserve({ state, body }: Call): Response {
  if (state.isPastDue) return problem(409, 'number.past-due');
  const { number } = body as { number: string };
  if (state.numbers.some((one) => one.number === number)) return problem(409, 'number.in-use');
  return json(201, { number, reservedUntil: new Date(Date.now() + 15 * 60_000).toISOString() });
}

/** Ordered at once; the list hears of it by the event that the order names. */
function order({ state, body }: Call): Response {
  if (state.isPastDue) return problem(409, 'number.past-due');
  const { number, assignTo, acceptCharges } = body as OrderNumber;
  const user = state.users.find((one) => one.id === assignTo);
  if (assignTo !== undefined && user === undefined) return fieldProblem(422, 'number.user-unknown', '/assignTo');
  const included = plans.find(({ code }) => code === user?.plan)?.includedNumbers ?? 0;
  if (!acceptCharges && (user?.directNumbers?.length ?? 0) >= included) return problem(402, 'number.charge-not-accepted', { quote });
  if (state.numbers.some((one) => one.number === number)) return problem(409, 'number.taken');
  const placed: NumberOrder = { id: id(7000 + state.orders.length), number, state: 'PENDING', assignTo: assignTo ?? null, orderedAt: new Date().toISOString() };
  state.orders = [placed, ...state.orders];
  return json(201, placed);
}

function readOrder({ state, id: orderId }: Call): Response {
  const placed = state.orders.find((one) => one.id === orderId);
  if (placed === undefined) return problem(404, 'resource.not-found');
  if (placed.state !== 'PENDING') return json(200, placed);
  const fulfilled: NumberOrder = { ...placed, state: 'ACTIVE' };
  state.orders = state.orders.map((one) => (one.id === orderId ? fulfilled : one));
  const user = state.users.find((one) => one.id === placed.assignTo);
  const owned: PhoneNumber = { number: placed.number, state: 'UNASSIGNED', use: null, userId: null, version: 1 };
  state.numbers = [...state.numbers, user === undefined ? owned : { ...owned, state: 'ASSIGNED', use: 'DIRECT', userId: user.id, destination: { type: 'USER', userId: user.id } }];
  if (user !== undefined) change(state, user, { directNumbers: [...(user.directNumbers ?? []), placed.number] });
  return json(200, fulfilled, ownWrite());
}

function release(call: Call, number: PhoneNumber): Response {
  if (number.state !== 'UNASSIGNED') return problem(409, 'number.in-use');
  return store(call, { ...number, state: 'QUARANTINED', keptUntil: '2027-02-20T09:15:00Z' });
}

function takeBack(call: Call): Response {
  const number = call.state.numbers.find((one) => one.number === decodeURIComponent(call.id));
  if (number?.state !== 'QUARANTINED') return problem(409, 'number.not-quarantined');
  if (call.state.isPastDue) return problem(409, 'number.past-due');
  if (!(call.body as { acceptCharges?: boolean }).acceptCharges) return problem(402, 'number.charge-not-accepted', { quote });
  return store(call, { ...number, state: 'UNASSIGNED', keptUntil: null });
}

function lead(call: Call, number: PhoneNumber): Response {
  const destination = call.body as Destination;
  if (destination.forwardTo === '911') return fieldProblem(422, 'forwarding.emergency', '/number');
  return store(call, { ...number, destination });
}
