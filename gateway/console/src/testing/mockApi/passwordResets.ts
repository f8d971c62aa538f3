import type { User } from '../../lib/api/schema.ts';
import { accepted, problem } from './answers.ts';
import type { Routes } from './route.ts';
import { withUser } from './users.ts';

export const passwordResetRoutes: Routes = {
  'POST /users/{id}/password-resets': (call) => withUser(call, resetPassword),
};

function resetPassword(user: User): Response {
  if (user.state === 'INVITED') return problem(409, 'user.not-joined');
  return user.state === 'ACTIVE' ? accepted() : problem(409, 'user.state-conflict');
}
