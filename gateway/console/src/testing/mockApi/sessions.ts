import { json, noContent, problem } from './answers.ts';
import type { Call, Routes } from './route.ts';
import { demoSession } from './state.ts';

export const sessionRoutes: Routes = {
  'GET /session': ({ state }) => (state.session === undefined ? problem(401, 'auth.required') : json(200, state.session)),
  'POST /session': signIn,
  'DELETE /session': ({ state }) => {
    state.session = undefined;
    return noContent();
  },
};

function signIn({ state, body }: Call): Response {
  const { email, password } = body as { email: string; password: string };
  if (state.passwords.get(email.toLowerCase()) !== password) {
    state.failures++;
    if (state.failures >= 5) return problem(429, 'auth.too-many-attempts', {}, { 'Retry-After': '20' });
    return problem(401, 'auth.invalid-credentials');
  }
  state.failures = 0;
  const user = state.users.find((one) => one.email === email.toLowerCase()) ?? demoSession.user;
  const { id: userId, firstName, lastName, role } = user;
  state.session = { user: { id: userId, firstName, lastName, email: user.email, role }, account: demoSession.account };
  return json(200, state.session);
}
