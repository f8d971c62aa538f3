import type { User } from '../../lib/api/schema.ts';
import { fieldProblem, json, noContent, ownWrite, problem } from './answers.ts';
import { quoteOf } from './plans.ts';
import { etag, type Call, type Routes } from './route.ts';
import { isLastAdmin, withUser } from './users.ts';

export const deletionRoutes: Routes = {
  'DELETE /users/{id}': (call) => withUser(call, (user) => remove(call, user)),
  'POST /users/{id}/restore': restore,
};

function remove({ state, query }: Call, user: User): Response {
  if (user.id === state.session?.user.id) return problem(409, 'user.self');
  if (isLastAdmin(state, user)) return problem(409, 'user.last-admin');
  for (const name of ['messagesTo', 'numbersTo']) {
    const receiver = query.get(name) ?? '';
    const isThere = ['company', 'unassigned'].includes(receiver) || state.users.some((one) => one.id === receiver && one.id !== user.id);
    if (!isThere) return fieldProblem(422, 'request.invalid', `/${name}`);
  }
  const slot = query.get('keepSlot') === 'true' && user.plan ? { id: crypto.randomUUID(), plan: user.plan } : undefined;
  if (slot !== undefined) state.openSlots.push(slot);
  state.users = state.users.filter((one) => one.id !== user.id);
  state.deleted.push({ user, slot });
  return noContent(ownWrite());
}

function restore({ state, id: userId, body }: Call): Response {
  const gone = state.deleted.find(({ user }) => user.id === userId);
  if (gone === undefined) {
    const isThere = state.users.some((one) => one.id === userId);
    return isThere ? problem(409, 'user.state-conflict') : problem(404, 'resource.not-found');
  }
  const { user, slot } = gone;
  const claimed = slot && state.openSlots.find(({ plan }) => plan === slot.plan);
  const accepts = (body as { acceptCharges?: boolean } | undefined)?.acceptCharges === true;
  if (slot !== undefined && claimed === undefined && !accepts) {
    return problem(402, 'user.charge-not-accepted', { quote: quoteOf(slot.plan) });
  }
  if (slot !== undefined && claimed === undefined && state.isPastDue) return problem(409, 'account.past-due');
  state.openSlots = state.openSlots.filter((one) => one !== claimed);
  state.deleted = state.deleted.filter((one) => one !== gone);
  const restored = { ...user, version: (user.version ?? 0) + 2 };
  state.users.push(restored);
  return json(200, restored, { ETag: etag(restored.version), ...ownWrite() });
}
