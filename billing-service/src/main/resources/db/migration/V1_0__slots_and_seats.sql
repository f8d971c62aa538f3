-- Price lists, slots, seats and the timeline of charges. Times are timestamptz in UTC, money is in cents.

create table price_list (
  currency text not null,
  version bigint not null check (version >= 1),
  effective_from date not null,
  body jsonb not null,
  primary key (currency, version)
);
grant select, insert on price_list to ${serviceRole}; -- E1: never updated

create table billing_account (
  account_id uuid primary key,
  time_zone text not null,
  standing text not null check (standing in ('ACTIVE', 'PAST_DUE')),
  signed_up_at timestamptz not null,
  version bigint not null check (version >= 1) -- of the list of open slots
);
call protect_tenant_table('billing_account');

create table plan_slot (
  slot_id uuid primary key,
  account_id uuid not null,
  plan text not null,
  origin text not null check (origin in ('SIGN_UP', 'ADDED')),
  state text not null check (state in ('OPEN', 'OCCUPIED', 'REMOVED')),
  user_id uuid unique, -- I4: a user occupies one slot
  version bigint not null check (version >= 1),
  check ((state = 'OCCUPIED') = (user_id is not null)),
  unique (account_id, slot_id)
);
create index plan_slot_open on plan_slot (account_id, plan, slot_id) where state = 'OPEN';
call protect_tenant_table('plan_slot');

create table seat (
  user_id uuid primary key,
  account_id uuid not null,
  state text not null check (state in ('OCCUPIED', 'REFUSED', 'VACATED')),
  plan text not null,
  slot_id uuid unique,
  origin text,
  reason text,
  since timestamptz not null,
  version bigint not null check (version >= 1),
  check ((state = 'OCCUPIED') = (slot_id is not null)),
  check ((state = 'REFUSED') = (reason is not null)),
  foreign key (account_id, slot_id) references plan_slot (account_id, slot_id)
);
create index seat_of_account on seat (account_id, user_id);
call protect_tenant_table('seat');

create table waiting_seat_request (
  user_id uuid primary key,
  account_id uuid not null,
  sequence bigint generated always as identity,
  request jsonb not null
);
create index waiting_seat_request_of_account on waiting_seat_request (account_id, sequence);
call protect_tenant_table('waiting_seat_request');

-- E3: when an account had which priced thing. Added and ended, never changed.
create table charge_interval (
  interval_id uuid primary key,
  account_id uuid not null,
  slot_id uuid not null,
  plan text not null,
  origin text not null,
  started_at timestamptz not null,
  ended_at timestamptz check (ended_at >= started_at),
  foreign key (account_id, slot_id) references plan_slot (account_id, slot_id)
);
create unique index charge_interval_open on charge_interval (slot_id) where ended_at is null;
create index charge_interval_of_account on charge_interval (account_id, started_at);
call protect_tenant_table('charge_interval');
