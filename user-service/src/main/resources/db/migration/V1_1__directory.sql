-- What this service keeps of billing's data, and the console's list.

create table account_standing (
  account_id uuid primary key,
  standing text not null,
  version bigint not null -- of billing's account; 0: not yet heard of
);
call protect_tenant_table('account_standing');

create table open_slot (
  slot_id uuid primary key,
  account_id uuid not null,
  plan text not null,
  claimed_by uuid unique -- the user whose invitation will fill it
);
create index open_slot_of_account on open_slot (account_id, plan, slot_id);
call protect_tenant_table('open_slot');

create table plan_price (
  currency text not null,
  plan text not null,
  monthly_price_cents bigint not null,
  version bigint not null, -- of the price list
  effective_from date not null,
  primary key (currency, plan, version)
);
grant select, insert on plan_price to ${serviceRole};

-- All that a search looks at, in lower case. concat_ws and array_to_string are only stable in general, because some
-- types print differently in each session; text and integer do not.
create function directory_search_text(
  first_name text, last_name text, email text, direct_numbers text[], extension integer, bridge_id text)
returns text language sql immutable parallel safe as $$
  select lower(concat_ws(' ', first_name, last_name, email, array_to_string(direct_numbers, ' '), extension, bridge_id))
$$;

create table directory (
  user_id uuid primary key,
  account_id uuid not null,
  visible boolean not null, -- false: withdrawn, deleted, or only heard of from another service
  version bigint not null, -- of the row, as user.directory.v1 tells it
  user_version bigint not null,
  first_name text collate "und-x-icu" not null,
  last_name text collate "und-x-icu" not null,
  email text not null,
  role text not null,
  state text not null,
  seat_version bigint not null default 0,
  plan text,
  line_version bigint not null default 0,
  direct_numbers text[] not null default '{}',
  extension integer,
  bridge_id text,
  forward_to text,
  invitation_state text,
  invitation_expires_at timestamptz,
  mail_id uuid,
  mail_version bigint not null default 0,
  mail_state text,
  search_text text not null generated always as
    (directory_search_text(first_name, last_name, email, direct_numbers, extension, bridge_id)) stored
);
-- B1: the order of the list.
create index directory_by_name on directory (account_id, last_name, first_name, user_id) where visible;
-- B4: the total of a page; counting reads this small index alone.
create index directory_of_account on directory (account_id) where visible;
call protect_tenant_table('directory');
