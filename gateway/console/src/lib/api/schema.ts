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

interface Body<T> {
  requestBody: Json<T>;
}

interface Ok<T> {
  responses: { 200: Json<T> };
}

interface Created<T> {
  responses: { 201: Json<T> };
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
  '/invitations/inspect': {
    post: Body<{ token: string }> & Ok<{ firstName: string; companyName: string; state: Invitation['state'] }>;
  };
  '/invitations/accept': { post: Body<{ token: string; password: string }> & NoContent };
}
