import type { EditUser, User, UserDetails } from '../../lib/api/schema.ts';
import { fieldProblem, json, ownWrite } from './answers.ts';
import { etag, versionProblem, type Call, type Routes } from './route.ts';
import type { MockState } from './state.ts';
import { change, withUser } from './users.ts';

/** What is known of a person beyond the list. */
export type Profile = Pick<UserDetails, 'mobile' | 'timeZone' | 'language' | 'voicemailPinSet'>;

const RUNS = '01234567890 09876543210';

export const profileRoutes: Routes = {
  'GET /users/{id}': (call) => withUser(call, (user) => answer(call.state, user)),
  'PATCH /users/{id}': (call) => withUser(call, (user) => edit(call, user)),
};

export function profileOf(state: MockState, { id }: User): Profile {
  return state.profiles.get(id) ?? { mobile: null, timeZone: 'America/New_York', language: 'en', voicemailPinSet: false };
}

function edit(call: Call, user: User): Response {
  const { state } = call;
  const { firstName, lastName, email, voicemailPin, ...rest } = call.body as EditUser;
  const refusal = versionProblem(call, user.version ?? 0) ?? emailProblem(state, user, email) ?? pinProblem(user, voicemailPin);
  if (refusal !== undefined) return refusal;
  if (rest.mobile === '+15005550199') return fieldProblem(422, 'user.mobile-invalid', '/mobile');
  const profile = { ...profileOf(state, user), ...rest };
  state.profiles.set(user.id, { ...profile, voicemailPinSet: voicemailPin === undefined ? profile.voicemailPinSet : voicemailPin !== null });
  const changed = change(state, user, {
    firstName: firstName ?? user.firstName,
    lastName: lastName ?? user.lastName,
    email: email ?? user.email,
  });
  if (state.session?.user.id === user.id) {
    state.session = { ...state.session, user: { ...state.session.user, firstName: changed.firstName, lastName: changed.lastName } };
  }
  return answer(state, changed, ownWrite());
}

function emailProblem({ users, mailedAt }: MockState, user: User, email: string | undefined): Response | undefined {
  if (email === undefined || email === user.email) return undefined;
  if (user.state !== 'INVITED') return fieldProblem(409, 'user.email-fixed', '/email');
  if (users.some((one) => one.email === email.toLowerCase())) return fieldProblem(409, 'user.email-taken', '/email');
  mailedAt.set(user.id, Date.now());
  return undefined;
}

function pinProblem(user: User, pin: string | null | undefined): Response | undefined {
  if (typeof pin !== 'string') return undefined;
  if (!/^\d{6,10}$/.test(pin)) return fieldProblem(422, 'pin.format', '/voicemailPin');
  if (/^(\d{1,3}?)\1+$/.test(pin)) return fieldProblem(422, 'pin.repetition', '/voicemailPin');
  if (RUNS.includes(pin)) return fieldProblem(422, 'pin.run', '/voicemailPin');
  return pin === user.extension ? fieldProblem(422, 'pin.extension', '/voicemailPin') : undefined;
}

function answer(state: MockState, user: User, headers: Record<string, string> = {}): Response {
  return json(200, { ...user, ...profileOf(state, user) }, { ETag: etag(user.version ?? 0), ...headers });
}
