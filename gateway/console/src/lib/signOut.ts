import { api } from './api/client';
import { ApiProblem } from './api/problem';

/** Ends the session at once (A4). A session that has ended already is fine. */
export async function signOut(): Promise<void> {
  try {
    await api.DELETE('/session');
  } catch (problem) {
    if (!(problem instanceof ApiProblem && problem.status === 401)) throw problem;
  }
}
