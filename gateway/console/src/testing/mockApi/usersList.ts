import type { User } from '../../lib/api/schema.ts';
import { json, problem } from './answers.ts';
import type { Call, Routes } from './route.ts';

export const listRoutes: Routes = { 'GET /users': listUsers };

/** GET /users with search, filters, sort and pages; the cursor is an offset here. */
function listUsers({ state, query }: Call): Response {
  const limit = Number(query.get('limit') ?? 50);
  const cursor = query.get('cursor');
  const offset = cursor === null ? 0 : Number(cursor.replace('after-', ''));
  if (Number.isNaN(offset)) return problem(400, 'cursor.invalid');
  const found = state.users.filter((user) => matches(user, query)).toSorted(order(query.get('sort') ?? 'lastName'));
  const next = offset + limit < found.length ? `after-${offset + limit}` : null;
  return json(200, { items: found.slice(offset, offset + limit), total: found.length, next, openSlots: state.openSlots });
}

function matches(user: User, query: URLSearchParams): boolean {
  const search = (query.get('search') ?? '').toLowerCase();
  const among = (name: string, value: string) => !query.has(name) || (query.get(name) ?? '').split(',').includes(value);
  const whole = [`${user.firstName} ${user.lastName}`, user.email, user.extension, user.bridgeId, ...(user.directNumbers ?? [])];
  const hasNumber = (user.directNumbers ?? []).length > 0;
  return (
    whole.some((part) => (part ?? '').toLowerCase().includes(search)) &&
    among('id', user.id) &&
    among('plan', user.plan ?? '') &&
    among('state', user.state) &&
    !(query.get('withoutNumber') === 'true' && hasNumber)
  );
}

function order(sort: string): (a: User, b: User) => number {
  const sign = sort.startsWith('-') ? -1 : 1;
  const name = sort.replace(/^-/, '');
  const of = (user: User) => String(name === 'number' ? (user.directNumbers?.[0] ?? '') : (user[name as keyof User] ?? ''));
  return (a, b) => sign * (of(a).localeCompare(of(b)) || a.lastName.localeCompare(b.lastName));
}
