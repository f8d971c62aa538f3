import { api, bodyOf } from './api/client';
import type { Session } from './api/schema';

/** Opens a session (A3). Refused with auth.invalid-credentials, auth.too-many-attempts or auth.locked. */
export function signIn({ email, password }: { email: string; password: string }): Promise<Session> {
  return bodyOf(api.POST('/session', { body: { email, password } }));
}
