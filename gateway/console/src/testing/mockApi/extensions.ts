import type { User } from '../../lib/api/schema.ts';
import { fieldProblem, json, ownWrite, problem } from './answers.ts';
import { etag, versionProblem, type Call, type Routes } from './route.ts';
import { change, withUser } from './users.ts';

const RESERVED = /^([2-9]11|933|988)$/;

export const extensionRoutes: Routes = {
  'GET /users/{id}/extension': (call) => withUser(call, (user) => answer(call, user)),
  'PUT /users/{id}/extension': (call) => withUser(call, (user) => put(call, user)),
};

function put(call: Call, user: User): Response {
  const { state, body } = call;
  const { extension } = body as { extension: string };
  if (!/^[1-9]\d{2,5}$/.test(extension)) return fieldProblem(422, 'extension.format', '/extension');
  const refusal = versionProblem(call, lineVersion(call, user));
  if (refusal !== undefined) return refusal;
  if (RESERVED.test(extension)) return fieldProblem(422, 'extension.reserved', '/extension');
  if (state.deleted.some((one) => one.user.extension === extension)) return fieldProblem(409, 'extension.held', '/extension');
  if (state.users.some((one) => one.id !== user.id && one.extension === extension)) return fieldProblem(409, 'extension.taken', '/extension');
  state.lineVersions.set(user.id, lineVersion(call, user) + 1);
  return answer(call, change(state, user, { extension }), ownWrite());
}

function answer(call: Call, user: User, headers: Record<string, string> = {}): Response {
  if (!user.extension) return problem(404, 'resource.not-found');
  const version = lineVersion(call, user);
  return json(200, { extension: user.extension, version }, { ETag: etag(version), ...headers });
}

/** The line is an aggregate of its own, with a version of its own. */
export function lineVersion({ state }: Call, { id }: User): number {
  return state.lineVersions.get(id) ?? 1;
}
