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

export interface Quote {
  lines: { item: string; plan?: PlanCode; quantity: number; unitPrice: Money; amount: Money }[];
  monthlyIncrease: Money;
}

interface ListOf<T> {
  items: T[];
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

interface OfUser {
  parameters: { path: { id: string } };
}

interface OfUserWithKey {
  parameters: { path: { id: string }; header: { 'Idempotency-Key': string } };
}

interface OfUserWithVersion {
  parameters: { path: { id: string }; header: { 'If-Match': string } };
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

export interface paths {
  '/phone-numbers/available': {
    get: Query<{ country?: string; areaCode?: string; contains?: string; limit?: number }> & Ok<ListOf<AvailableNumber>>;
  };
  '/plans': { get: Ok<ListOf<Plan>> };
  '/accounts': { post: WithKey & Body<SignUp> & Created<{ accountId: string; userId: string }> };
  '/session': {
    get: Ok<Session>;
    post: Body<{ email: string; password: string }> & Ok<Session>;
    delete: NoContent;
  };
  '/users': {
    get: Query<{
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
  '/users/{id}/suspension': { put: OfUser & Ok<User>; delete: OfUser & Ok<User> };
  '/users/{id}/invitations': { post: OfUserWithKey & Accepted };
  '/users/{id}/password-resets': { post: OfUserWithKey & Accepted };
  '/users/{id}/extension': {
    get: OfUser & Ok<Extension>;
    put: OfUserWithVersion & Body<{ extension: string }> & Ok<Extension>;
  };
  '/invitations/inspect': {
    post: Body<{ token: string }> & Ok<{ firstName: string; companyName: string; state: Invitation['state'] }>;
  };
  '/invitations/accept': { post: Body<{ token: string; password: string }> & NoContent };
}
