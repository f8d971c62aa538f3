/** What the console has words for, in the groups of the filter. The log may hold more. */
export const actionGroups = [
  {
    name: 'people',
    actions: [
      'user.signed-up',
      'user.invited',
      'invitation.resent',
      'user.joined',
      'user.withdrawn',
      'user.changed',
      'user.suspended',
      'user.reactivated',
      'user.deleted',
      'user.restored',
      'user.erased',
      'user.role-changed',
      'user.plan-changed',
    ],
  },
  {
    name: 'signIn',
    actions: [
      'session.signed-in',
      'session.sign-in-failed',
      'session.ended',
      'password-reset.requested',
      'password.reset',
      'password.changed',
      'two-step.switched-on',
      'two-step.switched-off',
      'two-step.recovery-codes-renewed',
    ],
  },
  { name: 'phone', actions: [
      'number.ordered',
      'number.assigned',
      'number.unassigned',
      'number.destination-changed',
      'number.released',
      'number.taken-back',
      'line.extension-changed',
      'line.forwarding-changed',
      'line.forwarding-stopped',
      'voicemail-pin.changed',
      'voicemail-pin.removed',
      'extensions.settings-changed',
      'forwarding.countries-changed',
    ],
  },
  { name: 'company', actions: ['account.admin-changed', 'account.security-changed', 'payment-method.changed', 'statement.payment-asked'] },
] as const;

const known: readonly string[] = actionGroups.flatMap(({ actions }) => actions);

export function isKnown(action: string): boolean {
  return known.includes(action);
}

/** `user.role-changed` → `user_role-changed`: a dot would lead on in the texts. */
export function textKey(action: string): string {
  return action.replaceAll('.', '_');
}

/** What nobody has words for, in the words of its name: `call-forwarding.changed` → call forwarding changed. */
export function plainAction(action: string): string {
  return action.replaceAll(/[.-]/g, ' ');
}
