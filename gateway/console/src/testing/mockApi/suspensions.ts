import type { User } from '../../lib/api/schema.ts';
import { json, ownWrite, problem } from './answers.ts';
import { etag, type Call, type Routes } from './route.ts';
import { change, isLastAdmin, withUser } from './users.ts';

export const suspensionRoutes: Routes = {
  'PUT /users/{id}/suspension': (call) => withUser(call, (user) => suspend(call, user)),
  'DELETE /users/{id}/suspension': (call) => withUser(call, (user) => reactivate(call, user)),
};

function suspend({ state }: Call, user: User): Response {
  if (user.state === 'INVITED') return problem(409, 'user.not-joined');
  if (user.state !== 'ACTIVE') return problem(409, 'user.state-conflict');
  if (isLastAdmin(state, user)) return problem(409, 'user.last-admin');
  return stored(change(state, user, { state: 'SUSPENDED' }));
}

function reactivate({ state }: Call, user: User): Response {
  if (user.state === 'INVITED') return problem(409, 'user.not-joined');
  if (user.state !== 'SUSPENDED') return problem(409, 'user.state-conflict');
  return stored(change(state, user, { state: 'ACTIVE' }));
}

function stored(user: User): Response {
  return json(200, user, { ETag: etag(user.version ?? 0), ...ownWrite() });
}
