-- Password resets, two-step sign-in, known devices. Times are timestamptz in UTC.

-- A3: attempts with the cookie of a known device, or from within a session, have a row of their own; this is the hash of
-- their address, so that all rows of one address can be forgotten. Null: the row is the address's own.
alter table sign_in_throttle add address_hash bytea;
create index sign_in_throttle_of_address on sign_in_throttle (address_hash) where address_hash is not null;

-- The browsers that a user has signed in with.
create table known_device (
  account_id uuid not null,
  user_id uuid not null,
  secret_hash bytea not null, -- SHA-256 of the device cookie
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (secret_hash, user_id),
  foreign key (account_id, user_id) references users (account_id, user_id)
);
create index known_device_of_user on known_device (user_id, last_seen_at);
call protect_tenant_table('known_device');

-- H2: failed sign-ins on their way to the audit log. One row each, whether the address is known or not: what is done for
-- known addresses only must not be done while somebody waits for the answer.
create table failed_sign_in (
  id bigint generated always as identity primary key,
  user_id uuid, -- null: nobody has the address
  reason text not null check (reason in ('PASSWORD', 'CODE')),
  at timestamptz not null,
  ip_address text,
  user_agent text
);
grant select, insert, update, delete on failed_sign_in to ${serviceRole};

create table password_reset (
  password_reset_id uuid primary key,
  account_id uuid not null,
  user_id uuid not null,
  generation integer not null,
  token_hash bytea not null unique, -- SHA-256 of the link's secret
  state text not null check (state in ('PENDING', 'USED', 'REVOKED', 'SUPERSEDED')),
  mail_id uuid not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  version bigint not null,
  unique (user_id, generation),
  foreign key (account_id, user_id) references users (account_id, user_id)
);
-- I11: one live link per user.
create unique index password_reset_live on password_reset (user_id) where state = 'PENDING';
call protect_tenant_table('password_reset');

-- D3: what anybody asked for at the sign-in page, known address or not; looked at later, for the same reason as above.
create table password_reset_request (
  id bigint generated always as identity primary key,
  email text not null,
  requested_at timestamptz not null,
  due_at timestamptz not null, -- later than requested when a first try failed
  ip_address text,
  user_agent text
);
grant select, insert, update, delete on password_reset_request to ${serviceRole};

-- Two-step sign-in (RFC 6238).
create table two_step (
  user_id uuid primary key,
  account_id uuid not null,
  sealed_secret text not null, -- with the master key
  begun_at timestamptz not null,
  enabled_at timestamptz, -- null: no code was seen yet
  last_step bigint not null, -- number of the newest 30 s step whose code was accepted; none before it is any more
  foreign key (account_id, user_id) references users (account_id, user_id)
);
call protect_tenant_table('two_step');

create table recovery_code (
  account_id uuid not null,
  user_id uuid not null,
  code_hash bytea not null, -- SHA-256 of 80 random bits
  used_at timestamptz,
  primary key (user_id, code_hash),
  foreign key (account_id, user_id) references users (account_id, user_id)
);
call protect_tenant_table('recovery_code');

alter table account add two_step_required_for_admins boolean not null default false;
