import type { TwoStep } from '../../lib/api/schema.ts';
import { fieldProblem, json, noContent, problem } from './answers.ts';
import type { Call, Routes } from './route.ts';
import type { MockState } from './state.ts';

export interface TwoStepState {
  enabled: boolean;
  recoveryCodes: string[];
}

/** The only code that the app of the mock shows. */
export const goodCode = '123456';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

export const twoStepRoutes: Routes = {
  'GET /two-step': ({ state }) => json(200, twoStepOf(state)),
  'POST /two-step/enrolment': (call) => passwordProblem(call) ?? begin(call),
  'POST /two-step/confirmation': (call) => {
    if (mine(call.state) === undefined) return problem(409, 'two-step.not-enrolled');
    return codeProblem(call) ?? newCodes(call);
  },
  'POST /two-step/recovery-codes': (call) => {
    if (mine(call.state)?.enabled !== true) return problem(409, 'two-step.off');
    return codeProblem(call) ?? newCodes(call);
  },
  'POST /two-step/removal': (call) => {
    if (twoStepOf(call.state).required) return problem(409, 'two-step.enforced');
    return passwordProblem(call) ?? codeProblem(call) ?? remove(call);
  },
};

/** What GET /session says of it, for the person who is signed in or is about to be. */
export function twoStepOf(state: MockState, user = state.session?.user): TwoStep {
  const own = state.twoSteps.get(user?.id ?? '');
  return {
    enabled: own?.enabled === true,
    pending: own?.enabled === false,
    recoveryCodesLeft: own?.recoveryCodes.length ?? 0,
    required: user?.role === 'ADMIN' && state.security.twoStepRequiredForAdmins,
  };
}

/** True for the app's code and for a recovery code, which is used up by it. */
export function acceptsCode(own: TwoStepState, code: string): boolean {
  const typed = code.replaceAll(/[\s-]/g, '').toUpperCase();
  const recovery = own.recoveryCodes.find((one) => one.replaceAll('-', '') === typed);
  own.recoveryCodes = own.recoveryCodes.filter((one) => one !== recovery);
  return typed === goodCode || recovery !== undefined;
}

function begin({ state }: Call): Response {
  if (twoStepOf(state).enabled) return problem(409, 'two-step.already-on');
  state.twoSteps.set(state.session?.user.id ?? '', { enabled: false, recoveryCodes: [] });
  const uri = `otpauth://totp/Switchboard:${state.session?.user.email}?secret=${secret}&issuer=Switchboard`;
  return json(200, { secret, uri });
}

function newCodes({ state }: Call): Response {
  const recoveryCodes = Array.from({ length: 10 }, (_, index) => `ABCD-EFGH-JKLM-NP${'QRSTUVWXYZ'[index]}2`);
  state.twoSteps.set(state.session?.user.id ?? '', { enabled: true, recoveryCodes });
  return json(200, { recoveryCodes });
}

function remove({ state }: Call): Response {
  state.twoSteps.delete(state.session?.user.id ?? '');
  return noContent();
}

function mine(state: MockState): TwoStepState | undefined {
  return state.twoSteps.get(state.session?.user.id ?? '');
}

function passwordProblem({ state, body }: Call): Response | undefined {
  const { password } = body as { password: string };
  const isRight = state.passwords.get(state.session?.user.email ?? '') === password;
  return isRight ? undefined : fieldProblem(422, 'password.wrong', '/password');
}

function codeProblem({ state, body }: Call): Response | undefined {
  const own = mine(state);
  const isRight = own !== undefined && acceptsCode(own, (body as { code: string }).code);
  return isRight ? undefined : fieldProblem(422, 'two-step.code-wrong', '/code');
}
