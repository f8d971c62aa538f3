import { api, bodyOf } from '@/lib/api/client';
import type { SupportSession } from '@/lib/api/schema';

/** I1: opens a session of support, in place of any other of this browser. Refused like a sign-in of users. */
export function signInSupport(request: { email: string; password: string }): Promise<SupportSession> {
  return bodyOf(api.POST('/support/session', { body: request }));
}
