-- Accounts, users, credentials, sessions and invitations. Times are timestamptz in UTC.

create table account (
  account_id uuid primary key,
  company_name text not null,
  time_zone text not null,
  language text not null,
  state text not null check (state in ('ACTIVE', 'CLOSED')),
  main_number text not null,
  signed_up_at timestamptz not null,
  version bigint not null
);
call protect_tenant_table('account');

-- F3: a main number belongs to one account, whatever runs at once.
create table main_number_claim (
  number text primary key,
  account_id uuid not null
);
create index main_number_claim_by_account on main_number_claim (account_id);
call protect_tenant_table('main_number_claim');

-- The version of each number as numbering told it last; of all accounts, since a number goes from one to another.
create table number_version (
  number text primary key,
  version bigint not null
);
grant select, insert, update on number_version to ${serviceRole};

create table users (
  user_id uuid primary key,
  account_id uuid not null references account,
  first_name text not null,
  last_name text not null,
  email text not null check (email = lower(email)),
  role text not null check (role in ('ADMIN', 'USER')),
  state text not null check (state in ('INVITED', 'ACTIVE', 'SUSPENDED', 'DELETED', 'WITHDRAWN')),
  language text not null,
  time_zone text not null,
  seat_plan text not null,
  seat_slot_id uuid,
  seat_accept_charges boolean not null,
  invited_by uuid,
  withdrawn_reason text,
  created_at timestamptz not null,
  version bigint not null,
  unique (account_id, user_id)
);
-- C4: one address is one user on the whole platform.
create unique index users_email on users (email) where state <> 'WITHDRAWN';
call protect_tenant_table('users');

create table credential (
  user_id uuid primary key,
  account_id uuid not null,
  password_hash text not null,
  changed_at timestamptz not null,
  foreign key (account_id, user_id) references users (account_id, user_id)
);
call protect_tenant_table('credential');

-- A3: failures per address, known or not. Holds hashes of addresses only and belongs to no account.
create table sign_in_throttle (
  email_hash bytea primary key,
  failures integer not null,
  last_attempt_at timestamptz not null,
  blocked_until timestamptz not null
);
grant select, insert, update, delete on sign_in_throttle to ${serviceRole};

create table session (
  session_id uuid primary key,
  account_id uuid not null,
  user_id uuid not null,
  secret_hash bytea not null unique, -- SHA-256 of the cookie
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  user_agent text,
  foreign key (account_id, user_id) references users (account_id, user_id)
);
create index session_of_user on session (user_id) where ended_at is null;
create index session_by_end on session (expires_at);
call protect_tenant_table('session');

-- Keys that sign internal tokens; the private half is sealed with the master key.
create table signing_key (
  key_id text primary key,
  public_jwk text not null,
  sealed_private_jwk text not null,
  created_at timestamptz not null
);
grant select, insert, delete on signing_key to ${serviceRole};

create table invitation (
  invitation_id uuid primary key,
  account_id uuid not null,
  user_id uuid not null,
  generation integer not null,
  token_hash bytea not null unique, -- SHA-256 of the link's secret
  state text not null check (state in ('PENDING', 'ACCEPTED', 'REVOKED', 'SUPERSEDED')),
  mail_id uuid not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  version bigint not null,
  unique (user_id, generation),
  foreign key (account_id, user_id) references users (account_id, user_id)
);
-- I11: one live link per user.
create unique index invitation_live on invitation (user_id) where state = 'PENDING';
call protect_tenant_table('invitation');
