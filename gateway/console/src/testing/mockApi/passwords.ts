import { accepted, fieldProblem, json, noContent, problem } from './answers.ts';
import type { Call, Routes } from './route.ts';

/** Links for a new password need no session. */
export const resetLinkRoutes: Routes = {
  'POST /password-resets': () => accepted(),
  'POST /password-resets/inspect': ({ state, body }) => {
    const link = state.resetLinks.get((body as { token: string }).token);
    return link === undefined ? problem(404, 'password-reset.unknown') : json(200, link);
  },
  'POST /password-resets/complete': complete,
};

export const passwordRoutes: Routes = { 'PUT /users/{id}/password': change };

function complete({ state, body }: Call): Response {
  const { token, password } = body as { token: string; password: string };
  const link = state.resetLinks.get(token);
  if (link === undefined) return problem(404, 'password-reset.unknown');
  if (link.state !== 'PENDING') return problem(410, `password-reset.${link.state.toLowerCase()}`);
  if (password.startsWith('password')) return fieldProblem(422, 'password.too-common', '/password');
  link.state = 'USED';
  state.session = undefined;
  return noContent();
}

function change({ state, id, body }: Call): Response {
  const { currentPassword, newPassword } = body as { currentPassword: string; newPassword: string };
  const user = state.session?.user;
  if (user?.id !== id) return problem(403, 'auth.forbidden');
  if (state.passwords.get(user.email) !== currentPassword) return fieldProblem(422, 'password.wrong', '/currentPassword');
  if (newPassword === currentPassword) return fieldProblem(422, 'password.same', '/newPassword');
  if (newPassword.startsWith('password')) return fieldProblem(422, 'password.too-common', '/newPassword');
  state.passwords.set(user.email, newPassword);
  state.devices = state.devices.filter((device) => device.current);
  return noContent();
}
