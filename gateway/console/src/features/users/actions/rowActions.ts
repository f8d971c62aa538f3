import type { User } from '@/lib/api/schema';

export type ActionName = 'edit' | 'forwarding' | 'extension' | 'resetPassword' | 'resendInvite' | 'suspend' | 'reactivate' | 'delete';

/** What opens a dialog: the menu, and in the row the plus sign (B7) and the plan (B6). */
export type DialogName = ActionName | 'number' | 'plan';

/** Why an action that people would look for cannot be done, by the ending of its text. */
export type Reason = 'self' | 'assigning' | 'preparing';

export interface RowAction {
  name: ActionName;
  reason?: Reason;
}

/**
 * What can be done with a person (D), in the order of the menu. Another admin is never the last one, since the one who looks is
 * an admin, too (A7); where somebody was faster, the answer says so.
 */
export function actionsOf(user: User, self: string): RowAction[] {
  const oneself: { reason?: Reason } = user.id === self ? { reason: 'self' } : {};
  const withoutLine: { reason?: Reason } = user.extension ? {} : { reason: 'assigning' };
  return [
    { name: 'edit' },
    { name: 'forwarding', ...withoutLine },
    ...ofState(user, oneself),
    { name: 'extension', ...withoutLine },
    { name: 'delete', ...oneself },
  ];
}

function ofState(user: User, oneself: { reason?: Reason }): RowAction[] {
  switch (user.state) {
    case 'ACTIVE':
      return [{ name: 'resetPassword' }, { name: 'suspend', ...oneself }];
    case 'INVITED':
      return [{ name: 'resendInvite', ...(!user.invitation && { reason: 'preparing' }) }];
    case 'SUSPENDED':
      return [{ name: 'reactivate' }];
    case 'DELETED':
    case 'WITHDRAWN':
      return [];
  }
}
