import { api, bodyOf } from './api/client';
import type { Session, SignIn } from './api/schema';

/**
 * Opens a session (A3). Refused with auth.invalid-credentials, auth.too-many-attempts or auth.locked; with two-step sign-in also
 * with auth.code-required and auth.code-wrong.
 */
export function signIn(request: SignIn): Promise<Session> {
  return bodyOf(api.POST('/session', { body: request }));
}
