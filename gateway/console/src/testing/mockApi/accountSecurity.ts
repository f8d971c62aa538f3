import { json, problem } from './answers.ts';
import { etag, versionProblem, type Call, type Routes } from './route.ts';

export const accountSecurityRoutes: Routes = {
  'GET /account/security': (call) => forbidden(call) ?? answer(call),
  'PUT /account/security': (call) => forbidden(call) ?? versionProblem(call, call.state.security.version) ?? change(call),
};

function change(call: Call): Response {
  const { twoStepRequiredForAdmins } = call.body as { twoStepRequiredForAdmins: boolean };
  call.state.security = { twoStepRequiredForAdmins, version: call.state.security.version + 1 };
  return answer(call);
}

function answer({ state }: Call): Response {
  return json(200, state.security, { ETag: etag(state.security.version) });
}

function forbidden({ state }: Call): Response | undefined {
  return state.session?.user.role === 'ADMIN' ? undefined : problem(403, 'auth.forbidden');
}
