import { ApiProblem } from '../api/problem';
import type { EditUser, UserDetails } from '../api/schema';
import { editUser, readUser, type ReadUser } from './userDetails';

const shown = ['firstName', 'lastName', 'email', 'mobile', 'timeZone', 'language', 'voicemailPinSet', 'state'] as const;

export type ShownField = (typeof shown)[number];

/** One field that somebody else has changed meanwhile. */
export interface Difference {
  field: ShownField;
  before: UserDetails[ShownField];
  now: UserDetails[ShownField];
}

export interface Conflict {
  fresh: ReadUser;
  theirs: Difference[];
  /** What of one's own is not in it yet. */
  mine: EditUser;
}

export type Saved = { saved: UserDetails } | { conflict: Conflict };

/**
 * Saves on the version that was read. When somebody else was faster, the difference comes back instead; when he changed nothing
 * that is edited here, or the very same, it is saved on his version, since nothing is overwritten by that (D1).
 */
export async function saveUser(base: ReadUser, changes: EditUser): Promise<Saved> {
  const { id } = base.user;
  try {
    return { saved: (await editUser(id, changes, base.etag)).user };
  } catch (problem) {
    if (!(problem instanceof ApiProblem && problem.code === 'version.mismatch')) throw problem;
  }
  const fresh = await readUser(id);
  const mine = notIn(fresh.user, changes);
  const theirs = differences(base.user, fresh.user).filter(({ field, now }) => !isOwn(field, now, changes));
  if (theirs.length > 0) return { conflict: { fresh, theirs, mine } };
  return { saved: Object.keys(mine).length === 0 ? fresh.user : (await editUser(id, mine, fresh.etag)).user };
}

function differences(before: UserDetails, now: UserDetails): Difference[] {
  return shown.filter((field) => (before[field] ?? null) !== (now[field] ?? null)).map((field) => ({ field, before: before[field], now: now[field] }));
}

/** True when it is the very change that one makes oneself, such as by a try whose answer was lost. */
function isOwn(field: ShownField, now: Difference['now'], changes: EditUser): boolean {
  if (field === 'voicemailPinSet') return changes.voicemailPin !== undefined && (changes.voicemailPin !== null) === now;
  return field !== 'state' && field in changes && changes[field] === (now ?? null);
}

/** A PIN is never shown: it counts as not yet saved. */
function notIn(user: UserDetails, changes: EditUser): EditUser {
  const open = Object.entries(changes).filter(([field, value]) => field === 'voicemailPin' || value !== (user[field as keyof UserDetails] ?? null));
  return Object.fromEntries(open);
}
