import type { AccountSecurity, AuditEntry, ExtensionSettings, ForwardingCountries, NumberOrder, OpenSlot, OwnSession, PhoneNumber, PlanCode, ResetLink, Session, User } from '../../lib/api/schema.ts';
import { demoAuditLog } from './auditLog.ts';
import { demoBilling, type BillingState } from './billing.ts';
import { demoNumbers } from './companyNumbers.ts';
import { demoDevices } from './devices.ts';
import { id } from './ids.ts';
import type { Profile } from './profiles.ts';
import { demoSupport, type SupportDesk } from './support.ts';
import type { TwoStepState } from './twoSteps.ts';

export { id };

export interface MockState {
  users: User[];
  /** The company's numbers. */
  numbers: PhoneNumber[];
  orders: NumberOrder[];
  /** Whether a statement is unpaid for good (E7). */
  isPastDue: boolean;
  extensionSettings: ExtensionSettings;
  forwardingCountries: ForwardingCountries;
  /** What is known of people beyond the list, by id. */
  profiles: Map<string, Profile>;
  /** Versions of the lines that have changed, by the user's id. */
  lineVersions: Map<string, number>;
  /** Who can be restored, each with the slot that was kept. */
  deleted: { user: User; slot: OpenSlot | undefined }[];
  /** When the last invitation was sent, in milliseconds, by id. */
  mailedAt: Map<string, number>;
  openSlots: OpenSlot[];
  session: Session | undefined;
  /** Passwords by e-mail address. */
  passwords: Map<string, string>;
  /** Links by token. */
  links: Map<string, { firstName: string; companyName: string; state: string }>;
  failures: number;
  /** Links for a new password, by token. */
  resetLinks: Map<string, ResetLink>;
  /** Two-step sign-in by the user's id. */
  twoSteps: Map<string, TwoStepState>;
  devices: OwnSession[];
  security: AccountSecurity;
  audit: AuditEntry[];
  support: SupportDesk;
  billing: BillingState;
}

export const demo = { id: id(1), email: 'admin@demo.example', password: 'switchboard-demo' };

/** A person who is not an admin. */
export const demoUser = { id: id(2), email: 'alan.turing@demo.example' };

export const demoSession: Session = {
  user: { id: id(1), firstName: 'Grace', lastName: 'Hopper', email: demo.email, role: 'ADMIN' },
  account: { id: id(900), companyName: 'Demo Company' },
};

export function activeUser(number: number, firstName: string, lastName: string, plan: PlanCode, more: Partial<User> = {}): User {
  return {
    id: id(number),
    firstName,
    lastName,
    email: `${firstName}.${lastName}@demo.example`.toLowerCase().replaceAll(' ', ''),
    role: 'USER',
    state: 'ACTIVE',
    plan,
    directNumbers: [],
    extension: String(100 + number),
    bridgeId: String(4_217_000_000 + number * 73_531),
    forwardTo: null,
    invitation: null,
    version: 1,
    ...more,
  };
}

export function invitedUser(number: number, firstName: string, lastName: string, plan: PlanCode, invitation: User['invitation']): User {
  return activeUser(number, firstName, lastName, plan, { state: 'INVITED', invitation: invitation ?? null });
}

export function demoState(): MockState {
  const users = demoUsers();
  return {
    users,
    numbers: demoNumbers(users),
    orders: [],
    isPastDue: false,
    extensionSettings: { firstAssigned: 101, reservedRanges: [], version: 0 },
    forwardingCountries: { home: 'US', countries: ['US'], version: 0 },
    profiles: new Map([[id(2), { mobile: '+12125550187', timeZone: 'Europe/London', language: 'en', voicemailPinSet: true }]]),
    lineVersions: new Map(),
    deleted: [],
    mailedAt: new Map(),
    openSlots: [
      { id: id(801), plan: 'PLUS' },
      { id: id(802), plan: 'PLUS' },
      { id: id(803), plan: 'PRO' },
    ],
    session: undefined,
    passwords: new Map([
      [demo.email, demo.password],
      [demoUser.email, demo.password],
    ]),
    links: new Map(
      ['PENDING', 'EXPIRED', 'SUPERSEDED', 'REVOKED', 'ACCEPTED'].map((state) => [
        state.toLowerCase(),
        { firstName: 'Ada', companyName: 'Demo Company', state },
      ]),
    ),
    failures: 0,
    resetLinks: new Map(
      (['PENDING', 'USED', 'EXPIRED', 'REVOKED', 'SUPERSEDED'] as const).map((state) => [
        state.toLowerCase(),
        { firstName: 'Grace', companyName: 'Demo Company', state },
      ]),
    ),
    twoSteps: new Map(),
    devices: demoDevices(),
    security: { twoStepRequiredForAdmins: false, version: 1 },
    audit: demoAuditLog(),
    support: demoSupport(),
    billing: demoBilling(),
  };
}

function demoUsers(): User[] {
  const pending = (delivery: 'QUEUED' | 'SENT' | 'FAILED' | 'BOUNCED') => ({ state: 'PENDING' as const, delivery });
  return [
    activeUser(1, 'Grace', 'Hopper', 'PRO', { role: 'ADMIN', email: demo.email, directNumbers: ['+12125550142'] }),
    activeUser(2, 'Alan', 'Turing', 'PLUS', { directNumbers: ['+12125550143', '+442079460018'] }),
    activeUser(3, 'Katherine', 'Johnson', 'PLUS', { directNumbers: ['+13125550119'] }),
    activeUser(4, 'Émilie', 'du Châtelet', 'BASIC', { email: 'emilie@demo.example' }),
    activeUser(5, 'Hedy', 'Lamarr', 'BASIC', { state: 'SUSPENDED' }),
    activeUser(6, 'Dorothy', 'Vaughan', 'PRO', { role: 'ADMIN', directNumbers: ['+13125550120'] }),
    invitedUser(7, 'Ada', 'Lovelace', 'PRO', pending('SENT')),
    invitedUser(8, 'Edsger', 'Dijkstra', 'PLUS', pending('FAILED')),
    invitedUser(9, 'Barbara', 'Liskov', 'PLUS', { state: 'EXPIRED', delivery: 'SENT' }),
    invitedUser(10, 'Donald', 'Knuth', 'BASIC', pending('BOUNCED')),
  ];
}
