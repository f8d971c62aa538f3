/**
 * The interface of the gateway as the console uses it, in the form that openapi-typescript makes. Written by hand until the
 * services' documents in contracts/openapi hold these operations.
 * Money is in cents, times are RFC 3339, phone numbers E.164.
 */
export type PlanCode = 'BASIC' | 'PLUS' | 'PRO';
export type Role = 'ADMIN' | 'USER';
export type UserState = 'INVITED' | 'ACTIVE' | 'SUSPENDED' | 'DELETED' | 'WITHDRAWN';

export interface Money {
  amountCents: number;
  currency: string;
}

export interface Plan {
  code: PlanCode;
  monthlyPrice: Money;
  /** null or absent: unlimited. */
  includedMinutes?: number | null;
  includedNumbers?: number;
  features?: string[];
}

export interface AvailableNumber {
  number: string;
  locality?: string | null;
  region?: string | null;
  monthlyPrice?: Money | null;
}

export interface SignUp {
  companyName: string;
  timeZone: string;
  mainNumber: string;
  slots: Record<PlanCode, number>;
  admin: { firstName: string; lastName: string; email: string; password: string; plan: PlanCode };
}

export interface Session {
  user: { id: string; firstName: string; lastName: string; email: string; role: Role };
  account: { id: string; companyName: string };
  /** An admin who must have two-step sign-in and has not may only what a user may. */
  twoStep?: { enabled: boolean; required: boolean };
}

/** I1: one of the operator's own people, who belongs to no account. */
export interface SupportSession {
  user: { id: string; name: string; email: string; role: 'SUPPORT' };
  account?: null;
}

export interface SignIn {
  email: string;
  password: string;
  /** Of the authenticator app, or a recovery code. */
  code?: string;
}

export interface Invitation {
  state: 'PENDING' | 'ACCEPTED' | 'EXPIRED' | 'REVOKED' | 'SUPERSEDED';
  delivery?: 'QUEUED' | 'SENT' | 'FAILED' | 'BOUNCED' | null;
  expiresAt?: string | null;
}

export interface User {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  role: Role;
  state: UserState;
  plan?: PlanCode | null;
  directNumbers?: string[] | null;
  extension?: string | null;
  bridgeId?: string | null;
  forwardTo?: string | null;
  invitation?: Invitation | null;
  version?: number;
}

/** A user with all that can be edited (D1). */
export interface UserDetails extends User {
  mobile?: string | null;
  /** IANA name. */
  timeZone: string;
  language: string;
  /** The PIN itself is never shown. */
  voicemailPinSet: boolean;
}

/** What is not sent stays as it is; null takes away what can be missing. */
export interface EditUser {
  firstName?: string;
  lastName?: string;
  email?: string;
  mobile?: string | null;
  timeZone?: string;
  language?: string;
  voicemailPin?: string | null;
}

/** D6: who gets what a deleted user had. */
export interface DeleteUser {
  /** A user's id, or `company`. */
  messagesTo: string;
  /** A user's id, or `unassigned`. */
  numbersTo: string;
  keepSlot: boolean;
}

export interface Extension {
  extension: string;
  version: number;
}

export type NumberUse = 'COMPANY_MAIN' | 'DIRECT';
export type PhoneNumberState = 'UNASSIGNED' | 'ASSIGNED' | 'QUARANTINED';

export type DestinationType = 'USER' | 'GREETING' | 'VOICEMAIL' | 'FORWARD';

/** F2: what happens when a number is called. */
export interface Destination {
  type: DestinationType;
  /** Of USER; of VOICEMAIL, where none means the company's box. */
  userId?: string | null;
  /** Of FORWARD. */
  forwardTo?: string | null;
}

/** A number of the company. */
export interface PhoneNumber {
  /** E.164. */
  number: string;
  state: PhoneNumberState;
  use?: NumberUse | null;
  userId?: string | null;
  destination?: Destination | null;
  /** QUARANTINED: until then it can be taken back. */
  keptUntil?: string | null;
  version: number;
}

/** F1: a number that was ordered and what has become of it. */
export interface NumberOrder {
  id: string;
  number: string;
  state: 'PENDING' | 'ACTIVE' | 'FAILED';
  reason?: 'NOT_AVAILABLE' | 'TIMED_OUT' | 'USER_GONE' | 'CHARGE_NOT_ACCEPTED' | 'LOOP' | null;
  assignTo?: string | null;
  orderedAt: string;
}

export interface OrderNumber {
  number: string;
  assignTo?: string;
  acceptCharges: boolean;
}

/** F4: which extensions are given out by themselves, and which are kept back. */
export interface ExtensionSettings {
  firstAssigned: number;
  reservedRanges: { first: number; last: number }[];
  version: number;
}

/** F5: where calls may be forwarded to. */
export interface ForwardingCountries {
  /** The company's own. */
  home: string;
  countries: string[];
  version: number;
}

export type AssignNumber = { userId: string } | { company: true };

/** F6: a conference bridge and the ways into it. */
export interface Bridge {
  bridgeId: string;
  /** E.164. */
  dialIn: string;
  videoUrl: string;
  meetingsUrl: string;
}

export interface CallForwarding {
  /** E.164; null: calls are not forwarded. */
  number?: string | null;
  /** Who answers takes the call by a key: always. */
  screening: boolean;
  version: number;
}

export interface OpenSlot {
  id: string;
  plan: PlanCode;
}

export interface UserPage {
  items: User[];
  total: number;
  next?: string | null;
  openSlots: OpenSlot[];
  /** true when the change named by Consistency-Token had not arrived in time. */
  stale?: boolean;
}

export interface InviteUser {
  firstName: string;
  lastName: string;
  email: string;
  plan: PlanCode;
  acceptCharges: boolean;
}

/** The link of a mail by which somebody sets a new password (D3). */
export interface ResetLink {
  firstName: string;
  companyName: string;
  state: 'PENDING' | 'USED' | 'EXPIRED' | 'REVOKED' | 'SUPERSEDED';
}

/** One of the own sessions (A4). */
export interface OwnSession {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  userAgent: string | null;
  /** The user agent in words. */
  device: string;
  /** The one that asks. */
  current: boolean;
}

export interface TwoStep {
  enabled: boolean;
  /** Begun, and no code of it was seen yet. */
  pending: boolean;
  recoveryCodesLeft: number;
  required: boolean;
}

export interface RecoveryCodes {
  recoveryCodes: string[];
}

export interface AccountSecurity {
  twoStepRequiredForAdmins: boolean;
  version: number;
}

/** One act of the audit log (H2); names are those of now, null when there is none. */
export interface AuditEntry {
  id: string;
  at: string;
  actor: { type: 'USER' | 'SYSTEM' | 'LINK' | 'SUPPORT'; id: string | null; name: string | null };
  action: string;
  subject: { type: string; id: string; name: string | null };
  details: Record<string, string>;
  ipAddress: string | null;
  userAgent: string | null;
}

export interface AuditQuery {
  actor?: string;
  subject?: string;
  action?: string;
  /** Inclusive. */
  from?: string;
  /** Exclusive. */
  to?: string;
}

/** What support sees of an account (I1). */
export interface SupportAccount {
  id: string;
  companyName: string;
  mainNumber: string | null;
  state: 'ACTIVE' | 'PAST_DUE' | 'CLOSED';
  signedUpAt: string;
  users: number;
  admins: { id: string; firstName: string; lastName: string; email: string }[];
}

export interface SupportPerson {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  role: Role;
  state: UserState;
}

export interface ChangeAdmin {
  userId: string;
  reason: string;
  keepOthers: boolean;
}

export interface Quote {
  lines: { item: string; plan?: PlanCode; quantity: number; unitPrice: Money; amount: Money }[];
  monthlyIncrease: Money;
}

export type LineKind = 'RECURRING' | 'CREDIT' | 'CHARGE';

/** E5: one line of a statement. */
export interface StatementLine {
  kind: LineKind;
  item: 'PLAN' | 'NUMBER';
  plan?: PlanCode | null;
  quantity: number;
  /** For a whole month. */
  unitPrice: Money;
  /** RFC 3339 full-date, both days included. */
  from: string;
  to: string;
  days: number;
  periodDays: number;
  amount: Money;
  userId?: string | null;
  number?: string | null;
}

/** E6: the next statement, as it will be if nothing changes any more. */
export interface NextStatement {
  from: string;
  to: string;
  lines: StatementLine[];
  total: Money;
  monthly: Money;
}

/** E6: a statement as it was issued. */
export interface StatementSummary {
  id: string;
  from: string;
  to: string;
  issuedAt: string;
  total: Money;
  payment: Payment;
}

export interface IssuedStatement extends StatementSummary {
  lines: StatementLine[];
}

/** PAST_DUE: all tries have failed; it can still be paid. */
export type PaymentState = 'ISSUED' | 'PAID' | 'PAST_DUE';

export type PaymentFailure = 'NO_CARD' | 'CARD_DECLINED' | 'INSUFFICIENT_FUNDS' | 'CARD_EXPIRED' | 'PROCESSING_ERROR' | 'NEEDS_ACTION';

/** E7: how a statement is paid. */
export interface Payment {
  state: PaymentState;
  /** What is charged: the total less the credit. */
  due: Money;
  /** Credit of earlier statements that was used for this one. */
  credit: Money;
  /** How many tries have failed. */
  tries: number;
  /** When it is tried next by itself. */
  nextTryAt?: string | null;
  /** Why the last try has failed. */
  failure?: PaymentFailure | null;
  paidAt?: string | null;
}

export interface Paying {
  payment: Payment;
  /** Where the browser has to go, for the bank to confirm it. */
  confirmationUrl?: string | null;
}

/** E7: a card as the payment provider shows it. */
export interface PaymentCard {
  /** Lower case, such as visa. */
  brand: string;
  lastFour: string;
  /** 1 to 12. */
  expiryMonth: number;
  expiryYear: number;
}

/** E7: whether the account pays, and with which card. */
export interface BillingAccount {
  /** PAST_DUE: no new slots or numbers until the statement is paid. */
  standing: 'ACTIVE' | 'PAST_DUE' | 'CLOSED';
  /** Missing before a card was entered. */
  card?: PaymentCard | null;
  /** Of all statements. */
  unpaid: Money;
  /** Left by statements with more credits than charges. */
  credit: Money;
}

export type QuotedChange =
  | { type: 'ADD_USER'; plan: PlanCode }
  | { type: 'CHANGE_PLAN'; userId: string; plan: PlanCode }
  | { type: 'ADD_NUMBER'; userId?: string }
  | { type: 'ASSIGN_NUMBER'; number: string; userId?: string }
  | { type: 'RELEASE_NUMBER'; number: string }
  | { type: 'TAKE_BACK_NUMBER'; number: string }
  | { type: 'DELETE_USER'; userId: string; keepSlot?: boolean };

/** C1: what changes would do to the next statement, to the cent. */
export interface StatementQuote {
  lines: { line: StatementLine; quantity: number; amount: Money }[];
  nextStatement: { before: Money; after: Money };
  monthly: { before: Money; after: Money };
  /** When the next statement is due. */
  dueOn: string;
  losses: ('VIDEO_HIPAA' | 'INCLUDED_NUMBER' | 'UNLIMITED_MINUTES')[];
}

export type AdviceReason = 'OVER_INCLUDED_MINUTES' | 'WELL_WITHIN_INCLUDED_MINUTES';

/** E9: a plan that would serve a user better, by the last complete months. */
export interface PlanAdvice {
  plan: PlanCode;
  reason: AdviceReason;
  averageMinutes: number;
  /** Negative: it costs more. */
  savingPerMonth: Money;
}

/** E9: how much a user has called in a month. */
export interface UserUsage {
  userId: string;
  /** That he has now; null or absent: without a seat. */
  plan?: PlanCode | null;
  /** Whole minutes. */
  minutes: number;
  /** null or absent: unlimited. */
  includedMinutes?: number | null;
  calls: number;
  advice?: PlanAdvice | null;
}

export interface MonthUsage extends PageOf<UserUsage> {
  /** Such as 2026-11. */
  month: string;
  /** Those that can be shown, the newest first. */
  months: string[];
}

interface ListOf<T> {
  items: T[];
}

interface PageOf<T> extends ListOf<T> {
  total: number;
  next?: string | null;
}

interface Json<T> {
  content: { 'application/json': T };
}

interface Query<T> {
  parameters: { query?: T };
}

interface WithKey {
  parameters: { header: { 'Idempotency-Key': string } };
}

interface OfId {
  parameters: { path: { id: string } };
}

interface OfUser {
  parameters: { path: { id: string } };
}

interface OfUserWithKey {
  parameters: { path: { id: string }; header: { 'Idempotency-Key': string } };
}

interface OfUserWithVersion {
  parameters: { path: { id: string }; header: { 'If-Match': string } };
}

interface WithVersion {
  parameters: { header: { 'If-Match': string } };
}

interface Body<T> {
  requestBody: Json<T>;
}

interface Ok<T> {
  responses: { 200: Json<T> };
}

interface Created<T> {
  responses: { 201: Json<T> };
}

interface Accepted {
  responses: { 202: { content?: never } };
}

interface NoContent {
  responses: { 204: { content?: never } };
}

interface OfNumber {
  parameters: { path: { number: string }; header: { 'If-Match': string } };
}

export interface paths {
  '/phone-numbers/available': {
    get: Query<{ country?: string; areaCode?: string; contains?: string; city?: string; limit?: number }> &
      Ok<ListOf<AvailableNumber> & { countries?: string[] }>;
  };
  '/phone-numbers': {
    get: Query<{ use?: NumberUse; state?: PhoneNumberState; contains?: string; limit?: number; cursor?: string }> & Ok<ListOf<PhoneNumber> & { total: number; next?: string | null }>;
    post: WithKey & Body<OrderNumber> & Created<NumberOrder>;
  };
  '/phone-numbers/reservations': { post: Body<{ number: string }> & Created<{ number: string; reservedUntil: string }> };
  '/phone-numbers/orders': { get: Query<{ limit?: number }> & Ok<ListOf<NumberOrder>> };
  '/phone-numbers/orders/{id}': { get: OfId & Ok<NumberOrder> };
  '/phone-numbers/{number}': { delete: OfNumber & Ok<PhoneNumber> };
  '/phone-numbers/{number}/restore': { post: { parameters: { path: { number: string } } } & Body<{ acceptCharges: boolean }> & Ok<PhoneNumber> };
  '/phone-numbers/{number}/destination': { put: OfNumber & Body<Destination> & Ok<PhoneNumber> };
  '/extension-settings': {
    get: Ok<ExtensionSettings>;
    put: WithVersion & Body<Omit<ExtensionSettings, 'version'>> & Ok<ExtensionSettings>;
  };
  '/forwarding-countries': {
    get: Ok<ForwardingCountries>;
    put: WithVersion & Body<{ countries: string[] }> & Ok<ForwardingCountries>;
  };
  '/phone-numbers/{number}/assignment': {
    put: OfNumber & Body<AssignNumber> & Ok<PhoneNumber>;
    delete: OfNumber & Ok<PhoneNumber>;
  };
  '/statements': { get: Query<{ limit?: number; cursor?: string }> & Ok<PageOf<StatementSummary>> };
  '/statements/{id}': { get: OfId & Ok<IssuedStatement> };
  '/statements/{id}/payments': { post: OfId & Ok<Paying> };
  '/billing-account': { get: Ok<BillingAccount> };
  '/payment-method/setups': { post: Created<{ setupId: string; url: string }> };
  '/payment-method/setups/{setupId}/complete': { post: { parameters: { path: { setupId: string } } } & Ok<{ entered: boolean }> };
  '/statements/next': { get: Ok<NextStatement> };
  '/usage': { get: Query<{ month?: string; advised?: boolean; limit?: number; cursor?: string }> & Ok<MonthUsage> };
  '/quotes': { post: Body<{ changes: QuotedChange[] }> & Ok<StatementQuote> };
  '/users/{id}/plan': { put: OfUserWithVersion & Body<{ plan: PlanCode; acceptCharges: boolean }> & Ok<{ plan: PlanCode; version: number }> };
  '/plans': { get: Ok<ListOf<Plan>> };
  '/accounts': { post: WithKey & Body<SignUp> & Created<{ accountId: string; userId: string }> };
  '/session': {
    get: Ok<Session | SupportSession>;
    post: Body<SignIn> & Ok<Session>;
    delete: NoContent;
  };
  '/sessions': { get: Ok<ListOf<OwnSession>> };
  '/sessions/{id}': { delete: OfId & NoContent };
  '/password-resets': { post: Body<{ email: string }> & Accepted };
  '/password-resets/inspect': { post: Body<{ token: string }> & Ok<ResetLink> };
  '/password-resets/complete': { post: Body<{ token: string; password: string }> & NoContent };
  '/two-step': { get: Ok<TwoStep> };
  '/two-step/enrolment': { post: Body<{ password: string }> & Ok<{ secret: string; uri: string }> };
  '/two-step/confirmation': { post: Body<{ code: string }> & Ok<RecoveryCodes> };
  '/two-step/recovery-codes': { post: Body<{ code: string }> & Ok<RecoveryCodes> };
  '/two-step/removal': { post: Body<{ password: string; code: string }> & NoContent };
  '/account/security': {
    get: Ok<AccountSecurity>;
    put: WithVersion & Body<{ twoStepRequiredForAdmins: boolean }> & Ok<AccountSecurity>;
  };
  '/audit': { get: Query<AuditQuery & { limit?: number; cursor?: string }> & Ok<PageOf<AuditEntry>> };
  '/support/session': { post: Body<{ email: string; password: string }> & Ok<SupportSession> };
  '/support/accounts': { get: { parameters: { query: { search: string } } } & Ok<PageOf<SupportAccount>> };
  '/support/accounts/{id}/users': {
    get: { parameters: { path: { id: string }; query?: { search?: string; limit?: number; cursor?: string } } } & Ok<PageOf<SupportPerson>>;
  };
  '/support/accounts/{id}/admin': { put: OfId & Body<ChangeAdmin> & NoContent };
  '/users': {
    get: Query<{
      id?: string;
      search?: string;
      plan?: string;
      state?: string;
      withoutNumber?: boolean;
      sort?: string;
      limit?: number;
      cursor?: string;
    }> &
      Ok<UserPage>;
    post: WithKey & Body<InviteUser> & Created<User>;
  };
  '/users/{id}': {
    get: OfUser & Ok<UserDetails>;
    patch: OfUserWithVersion & Body<EditUser> & Ok<UserDetails>;
    delete: { parameters: { path: { id: string }; query: DeleteUser } } & NoContent;
  };
  '/users/{id}/restore': { post: OfUser & Body<{ acceptCharges: boolean }> & Ok<User> };
  '/users/{id}/password': { put: OfUser & Body<{ currentPassword: string; newPassword: string }> & NoContent };
  '/users/{id}/suspension': { put: OfUser & Ok<User>; delete: OfUser & Ok<User> };
  '/users/{id}/invitations': { post: OfUserWithKey & Accepted };
  '/users/{id}/password-resets': { post: OfUserWithKey & Accepted };
  '/users/{id}/extension': {
    get: OfUser & Ok<Extension>;
    put: OfUserWithVersion & Body<{ extension: string }> & Ok<Extension>;
  };
  '/users/{id}/bridge': { get: OfUser & Ok<Bridge> };
  '/users/{id}/call-forwarding': {
    get: OfUser & Ok<CallForwarding>;
    put: OfUserWithVersion & Body<{ number: string }> & Ok<CallForwarding>;
    delete: OfUser & Ok<CallForwarding>;
  };
  '/invitations/inspect': {
    post: Body<{ token: string }> & Ok<{ firstName: string; companyName: string; state: Invitation['state'] }>;
  };
  '/invitations/accept': { post: Body<{ token: string; password: string }> & NoContent };
}
