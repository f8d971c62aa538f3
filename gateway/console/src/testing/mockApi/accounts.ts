import type { SignUp } from '../../lib/api/schema.ts';
import { json, problem } from './answers.ts';
import type { Call, Routes } from './route.ts';
import { activeUser, demoSession, id } from './state.ts';

export const accountRoutes: Routes = { 'POST /accounts': createAccount };

function createAccount({ state, body }: Call): Response {
  const { admin, companyName } = body as SignUp;
  const email = admin.email.toLowerCase();
  if (state.passwords.has(email)) return problem(409, 'user.email-taken');
  const { firstName, lastName } = admin;
  state.passwords.set(email, admin.password);
  state.users = [activeUser(1, firstName, lastName, admin.plan, { role: 'ADMIN', email })];
  state.openSlots = [{ id: id(801), plan: admin.plan }];
  demoSession.account.companyName = companyName;
  return json(201, { accountId: id(900), userId: id(1) });
}
