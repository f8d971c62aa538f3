import { api, bodyOf } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';
import type { Invitation } from '@/lib/api/schema';

export type LinkState = Invitation['state'] | 'UNKNOWN';

export interface Inspected {
  firstName: string;
  companyName: string;
  state: LinkState;
}

const stateOfCode: Record<string, LinkState> = {
  'invitation.expired': 'EXPIRED',
  'invitation.superseded': 'SUPERSEDED',
  'invitation.revoked': 'REVOKED',
  'invitation.used': 'ACCEPTED',
  'invitation.unknown': 'UNKNOWN',
};

/** What a refusal says about the link itself; undefined when it is about something else. */
export function linkStateOf(problem: unknown): LinkState | undefined {
  return problem instanceof ApiProblem ? stateOfCode[problem.code] : undefined;
}

/** Who is invited by this link, and whether it still works. */
export async function inspectInvitation(token: string, signal: AbortSignal): Promise<Inspected> {
  try {
    return await bodyOf(api.POST('/invitations/inspect', { body: { token }, signal }));
  } catch (problem) {
    const state = linkStateOf(problem) ?? (isMalformed(problem) ? 'UNKNOWN' : undefined);
    if (state === undefined) throw problem;
    return { firstName: '', companyName: '', state };
  }
}

/** A token that is not even of the right form is a link that was not copied whole. */
function isMalformed(problem: unknown): boolean {
  return problem instanceof ApiProblem && [400, 404, 422].includes(problem.status);
}
