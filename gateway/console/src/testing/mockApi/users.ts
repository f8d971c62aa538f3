import type { User } from '../../lib/api/schema.ts';
import { problem } from './answers.ts';
import type { Call } from './route.ts';
import type { MockState } from './state.ts';

/** A live user, or the answer that there is none. */
export function withUser(call: Call, answer: (user: User) => Response): Response {
  const user = call.state.users.find((one) => one.id === call.id);
  return user === undefined ? problem(404, 'resource.not-found') : answer(user);
}

/** Stores a change of a user under the next version. */
export function change(state: MockState, user: User, part: Partial<User>): User {
  const changed = { ...user, ...part, version: (user.version ?? 0) + 1 };
  state.users = state.users.map((one) => (one.id === user.id ? changed : one));
  return changed;
}

/** True when the user is the only active admin (A7). */
export function isLastAdmin({ users }: MockState, user: User): boolean {
  return user.role === 'ADMIN' && !users.some((one) => one.id !== user.id && one.role === 'ADMIN' && one.state === 'ACTIVE');
}
