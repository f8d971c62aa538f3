import { api, bodyOf } from '@/lib/api/client';
import type { Invitation } from '@/lib/api/schema';
import { inspectLink, type InspectedLink } from '@/lib/mailedLink';

export type Inspected = InspectedLink<Invitation['state']>;
export type LinkState = Inspected['state'];

export const stateOfCode: Record<string, LinkState> = {
  'invitation.expired': 'EXPIRED',
  'invitation.superseded': 'SUPERSEDED',
  'invitation.revoked': 'REVOKED',
  'invitation.used': 'ACCEPTED',
  'invitation.unknown': 'UNKNOWN',
};

/** Who is invited by this link, and whether it still works. */
export function inspectInvitation(token: string, signal: AbortSignal): Promise<Inspected> {
  return inspectLink(bodyOf(api.POST('/invitations/inspect', { body: { token }, signal })), stateOfCode);
}
