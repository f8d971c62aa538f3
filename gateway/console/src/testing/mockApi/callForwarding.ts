import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { User } from '../../lib/api/schema.ts';
import { fieldProblem, json, ownWrite, problem } from './answers.ts';
import { lineVersion } from './extensions.ts';
import { etag, versionProblem, type Call, type Routes } from './route.ts';
import { change, withUser } from './users.ts';

export const callForwardingRoutes: Routes = {
  'GET /users/{id}/call-forwarding': (call) => withUser(call, (user) => answer(call, user)),
  'PUT /users/{id}/call-forwarding': (call) => withUser(call, (user) => put(call, user)),
  'DELETE /users/{id}/call-forwarding': (call) => withUser(call, (user) => forward(call, user, null)),
};

function put(call: Call, user: User): Response {
  const { number } = call.body as { number: string };
  const refusal = versionProblem(call, lineVersion(call, user));
  if (refusal !== undefined) return refusal;
  if (/^\s*911\s*$/.test(number)) return fieldProblem(422, 'forwarding.emergency', '/number');
  const parsed = parsePhoneNumberFromString(number, 'US');
  return parsed?.isPossible() ? forward(call, user, parsed.number) : fieldProblem(422, 'forwarding.format', '/number');
}

function forward(call: Call, user: User, forwardTo: string | null): Response {
  if ((user.forwardTo ?? null) === forwardTo) return answer(call, user);
  call.state.lineVersions.set(user.id, lineVersion(call, user) + 1);
  return answer(call, change(call.state, user, { forwardTo }), ownWrite());
}

function answer(call: Call, user: User, headers: Record<string, string> = {}): Response {
  if (!user.extension) return problem(404, 'resource.not-found');
  const version = lineVersion(call, user);
  return json(200, { number: user.forwardTo ?? null, screening: true, version }, { ETag: etag(version), ...headers });
}
