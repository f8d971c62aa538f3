import { api, bodyOf } from '@/lib/api/client';
import type { ResetLink } from '@/lib/api/schema';
import { inspectLink, type InspectedLink } from '@/lib/mailedLink';

export type Inspected = InspectedLink<ResetLink['state']>;
export type LinkState = Inspected['state'];

export const stateOfCode: Record<string, LinkState> = {
  'password-reset.expired': 'EXPIRED',
  'password-reset.superseded': 'SUPERSEDED',
  'password-reset.revoked': 'REVOKED',
  'password-reset.used': 'USED',
  'password-reset.unknown': 'UNKNOWN',
};

/** Whose password this link sets, and whether it still works. */
export function inspectReset(token: string, signal: AbortSignal): Promise<Inspected> {
  return inspectLink(bodyOf(api.POST('/password-resets/inspect', { body: { token }, signal })), stateOfCode);
}
