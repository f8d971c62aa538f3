import type { InviteUser, User } from '../../lib/api/schema.ts';
import { accepted, fieldProblem, json, noContent, ownWrite, problem } from './answers.ts';
import { quoteOf } from './plans.ts';
import type { Call, Routes } from './route.ts';
import { activeUser } from './state.ts';
import { change, withUser } from './users.ts';

const PAUSE_SECONDS = 60;

export const invitationRoutes: Routes = {
  'POST /users': invite,
  'POST /users/{id}/invitations': (call) => withUser(call, (user) => resend(call, user)),
};

export const linkRoutes: Routes = {
  'POST /invitations/inspect': ({ state, body }) => {
    const link = state.links.get((body as { token: string }).token);
    return link === undefined ? problem(404, 'invitation.unknown') : json(200, link);
  },
  'POST /invitations/accept': accept,
};

function invite({ state, body, provisionAfter }: Call): Response {
  const { firstName, lastName, email, plan, acceptCharges } = body as InviteUser;
  const gone = state.deleted.find(({ user }) => user.email === email.toLowerCase());
  if (gone !== undefined) return problem(409, 'user.deleted', { userId: gone.user.id });
  if (state.users.some((user) => user.email === email.toLowerCase())) return problem(409, 'user.email-taken');
  const slot = state.openSlots.find((one) => one.plan === plan);
  if (slot === undefined && !acceptCharges) return problem(402, 'user.charge-not-accepted', { quote: quoteOf(plan) });
  if (slot === undefined && state.isPastDue) return problem(409, 'account.past-due');
  state.openSlots = state.openSlots.filter((one) => one !== slot);
  const number = state.users.length + state.deleted.length + 1;
  const whole = activeUser(number, firstName, lastName, plan, {
    email: email.toLowerCase(),
    state: 'INVITED',
    invitation: { state: 'PENDING', delivery: 'SENT' },
  });
  const fresh = { ...whole, extension: null, bridgeId: null, invitation: null };
  state.users.push(provisionAfter === undefined ? whole : fresh);
  if (provisionAfter !== undefined) {
    setTimeout(() => {
      state.users = state.users.map((user) => (user.id === whole.id ? whole : user));
    }, provisionAfter);
  }
  return json(201, fresh, ownWrite(`token-${number}`));
}

function resend({ state, provisionAfter }: Call, user: User): Response {
  if (user.state !== 'INVITED') return problem(409, 'user.not-invited');
  const wait = PAUSE_SECONDS - (Date.now() - (state.mailedAt.get(user.id) ?? 0)) / 1000;
  if (wait > 0) return problem(429, 'invitation.resend-too-soon', {}, { 'Retry-After': String(Math.ceil(wait)) });
  state.mailedAt.set(user.id, Date.now());
  change(state, user, { invitation: { state: 'PENDING', delivery: provisionAfter === undefined ? 'SENT' : 'QUEUED' } });
  if (provisionAfter !== undefined) {
    setTimeout(() => {
      const queued = state.users.find((one) => one.id === user.id);
      if (queued !== undefined) change(state, queued, { invitation: { state: 'PENDING', delivery: 'SENT' } });
    }, provisionAfter);
  }
  return accepted(ownWrite());
}

function accept({ state, body }: Call): Response {
  const { token, password } = body as { token: string; password: string };
  const link = state.links.get(token);
  if (link === undefined) return problem(404, 'invitation.unknown');
  if (link.state !== 'PENDING') return problem(409, 'invitation.used');
  if (password.startsWith('password')) return fieldProblem(422, 'password.too-common', '/password');
  link.state = 'ACCEPTED';
  return noContent();
}
