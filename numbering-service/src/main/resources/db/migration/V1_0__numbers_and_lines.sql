-- Phone numbers, lines and extensions.

-- F3: the primary key makes a number at most one account's.
create table phone_number (
  number text primary key check (number ~ '^\+[1-9][0-9]{6,14}$'), -- E.164
  account_id uuid not null,
  state text not null check (state in ('UNASSIGNED', 'ASSIGNED', 'QUARANTINED')),
  use text check (use in ('COMPANY_MAIN', 'DIRECT')),
  user_id uuid,
  carrier text not null, -- where it was ordered
  version bigint not null check (version >= 1),
  check ((state = 'ASSIGNED') = (use is not null)),
  check ((use is not distinct from 'DIRECT') = (user_id is not null))
);
create index phone_number_of_account on phone_number (account_id, number);
create index phone_number_of_carrier on phone_number (carrier, number text_pattern_ops);
create unique index phone_number_main on phone_number (account_id) where use = 'COMPANY_MAIN';
call protect_tenant_table('phone_number');

-- What a search must leave out: numbers of all accounts, not whose they are. The one look past row-level security;
-- the setting is as before when it returns, and when it fails the transaction and the setting are gone.
create function taken_numbers(carrier_name text, prefix text) returns setof text language plpgsql as $$
declare
  before text := coalesce(current_setting('switchboard.system', true), '');
begin
  perform set_config('switchboard.system', 'on', true);
  return query select number from phone_number where carrier = carrier_name and number ^@ prefix;
  perform set_config('switchboard.system', before, true);
end $$;

-- F4: one number space for all objects of an account; these codes are in use.
create table extension (
  account_id uuid not null,
  code integer not null check (code between 100 and 999999),
  holder_kind text not null check (holder_kind in ('USER')),
  holder_id uuid not null,
  primary key (account_id, code)
);
create unique index extension_holder on extension (account_id, holder_kind, holder_id);
call protect_tenant_table('extension');

-- Codes that were given back and are free; what is from first_unused on is free anyway.
create table returned_extension (
  account_id uuid not null,
  code integer not null check (code between 100 and 999999),
  primary key (account_id, code)
);
call protect_tenant_table('returned_extension');

-- Codes that the account keeps for itself; both ends included.
create table extension_range (
  account_id uuid not null,
  first integer not null check (first >= 100),
  last integer not null check (last between first and 999999),
  primary key (account_id, first)
);
call protect_tenant_table('extension_range');

-- Locked while an extension is given out or back.
create table extension_space (
  account_id uuid primary key,
  first_unused integer not null -- from here on none was given out by itself; some may have been picked by hand
);
call protect_tenant_table('extension_space');

create table line (
  user_id uuid primary key,
  account_id uuid not null,
  state text not null check (state in ('OPEN', 'CLOSED')),
  extension integer check (extension between 100 and 999999), -- of a closed line the former one
  bridge_id text unique check (bridge_id ~ '^[2-9][0-9]{9}$'), -- F6: given once, for ever
  direct_numbers text[] not null,
  forward_to text,
  user_version bigint not null check (user_version >= 0), -- latest version of the user that it knows of
  version bigint not null check (version >= 1),
  check (state = 'CLOSED' or (extension is not null and bridge_id is not null)),
  unique (account_id, user_id)
);
create unique index line_extension on line (account_id, extension) where state = 'OPEN';
call protect_tenant_table('line');
