-- Phone numbers, lines and extensions. Times are timestamptz in UTC.

-- F3: the primary key makes a number at most one account's.
create table phone_number (
  number text primary key check (number ~ '^\+[1-9][0-9]{6,14}$'), -- E.164
  account_id uuid not null,
  state text not null check (state in ('UNASSIGNED', 'ASSIGNED', 'QUARANTINED')),
  use text not null check (use in ('COMPANY_MAIN', 'DIRECT')),
  user_id uuid,
  version bigint not null check (version >= 1)
);
create index phone_number_of_account on phone_number (account_id, number);
create unique index phone_number_main on phone_number (account_id) where use = 'COMPANY_MAIN';
call protect_tenant_table('phone_number');

create table line (
  user_id uuid primary key,
  account_id uuid not null,
  state text not null check (state in ('OPEN', 'CLOSED')),
  extension integer check (extension between 100 and 999999),
  bridge_id text unique check (bridge_id ~ '^[2-9][0-9]{9}$'),
  direct_numbers text[] not null,
  forward_to text,
  version bigint not null check (version >= 1),
  check (state = 'CLOSED' or (extension is not null and bridge_id is not null)),
  unique (account_id, user_id)
);
create unique index line_extension on line (account_id, extension) where state = 'OPEN';
call protect_tenant_table('line');

-- F6: an id is given once, for ever.
create table bridge (
  bridge_id text primary key,
  account_id uuid not null,
  user_id uuid not null unique
);
call protect_tenant_table('bridge');

-- F4: one number space for all objects of an account.
create table extension (
  account_id uuid not null,
  code integer not null check (code between 100 and 999999),
  holder_kind text not null check (holder_kind in ('USER')),
  holder_id uuid not null,
  primary key (account_id, code)
);
call protect_tenant_table('extension');

create table extension_range (
  account_id uuid not null,
  first integer not null,
  last integer not null check (last >= first),
  primary key (account_id, first)
);
call protect_tenant_table('extension_range');

-- Locked while an extension is given out; codes below are all in use or not allowed.
create table extension_space (
  account_id uuid primary key,
  nothing_free_below integer not null
);
call protect_tenant_table('extension_space');
