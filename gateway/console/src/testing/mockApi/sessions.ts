import type { Session, SignIn } from '../../lib/api/schema.ts';
import { fieldProblem, json, noContent, problem } from './answers.ts';
import type { Call, Routes } from './route.ts';
import { demoSession, type MockState } from './state.ts';
import { acceptsCode, twoStepOf } from './twoSteps.ts';

export const sessionRoutes: Routes = {
  'GET /session': ({ state }) => {
    const session = state.support.session ?? (state.session === undefined ? undefined : withTwoStep(state, state.session));
    return session === undefined ? problem(401, 'auth.required') : json(200, session);
  },
  'POST /session': signIn,
  'DELETE /session': ({ state }) => {
    state.session = undefined;
    state.support.session = undefined;
    return noContent();
  },
};

function signIn({ state, body }: Call): Response {
  const { email, password, code } = body as SignIn;
  if (state.passwords.get(email.toLowerCase()) !== password) return failed(state, problem(401, 'auth.invalid-credentials'));
  const user = state.users.find((one) => one.email === email.toLowerCase()) ?? demoSession.user;
  const second = state.twoSteps.get(user.id);
  if (second?.enabled === true) {
    if (code === undefined) return problem(401, 'auth.code-required');
    if (!acceptsCode(second, code)) return failed(state, fieldProblem(401, 'auth.code-wrong', '/code'));
  }
  state.failures = 0;
  const { id: userId, firstName, lastName, role } = user;
  state.support.session = undefined;
  state.session = { user: { id: userId, firstName, lastName, email: user.email, role }, account: demoSession.account };
  return json(200, withTwoStep(state, state.session));
}

function failed(state: MockState, refusal: Response): Response {
  state.failures++;
  return state.failures >= 5 ? problem(429, 'auth.too-many-attempts', {}, { 'Retry-After': '20' }) : refusal;
}

/** A test may say itself what holds for the person. */
function withTwoStep(state: MockState, session: Session): Session {
  const { enabled, required } = twoStepOf(state, session.user);
  return { twoStep: { enabled, required }, ...session };
}
