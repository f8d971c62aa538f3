import type { PhoneNumber } from '@/lib/api/schema';

export type Act = 'assign' | 'release' | 'takeBack' | 'destination' | 'unassign';

/** What can be done with a number; what is held for a deleted user is left alone until that is over. */
export function actsOf({ state, use }: PhoneNumber, isHeld: boolean): Act[] {
  switch (state) {
    case 'UNASSIGNED':
      return ['assign', 'release'];
    case 'QUARANTINED':
      return ['takeBack'];
    case 'ASSIGNED':
      return use === undefined || isHeld ? [] : ['destination', 'unassign'];
  }
}
