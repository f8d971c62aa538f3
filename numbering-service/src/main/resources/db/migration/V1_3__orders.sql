-- F1, F2, B7: numbers are reserved, ordered, given back and taken back, and each says where a call to it goes.

alter table phone_number
  -- RESERVED: until then nobody else may have it, null while it is being ordered. QUARANTINED: until then it may be taken back.
  add kept_until timestamptz,
  add destination text check (destination in ('USER', 'GREETING', 'VOICEMAIL', 'FORWARD')),
  add destination_user uuid,
  add destination_number text check (destination_number ~ '^\+[1-9][0-9]{6,14}$');
update phone_number set destination = case use when 'COMPANY_MAIN' then 'GREETING' else 'USER' end,
  destination_user = user_id where use is not null;
update phone_number set kept_until = now() where state = 'QUARANTINED';

alter table phone_number drop constraint phone_number_state_check;
alter table phone_number drop constraint phone_number_version_check;
alter table phone_number
  add constraint known_state check (state in ('RESERVED', 'UNASSIGNED', 'ASSIGNED', 'QUARANTINED')),
  -- Of a reserved number the version that was told last, 0 for none: nobody hears of a reservation.
  add constraint told_version check (version >= case state when 'RESERVED' then 0 else 1 end),
  add constraint quarantine_ends check (state <> 'QUARANTINED' or kept_until is not null),
  add constraint used_for_good check (state in ('RESERVED', 'QUARANTINED') or kept_until is null),
  add constraint used_leads_somewhere check ((use is not null) = (destination is not null)),
  add constraint leads_to_a_user check (destination <> 'USER' or destination_user is not null),
  add constraint leads_to_a_number check ((destination is not distinct from 'FORWARD') = (destination_number is not null));
create index phone_number_kept on phone_number (kept_until) where kept_until is not null;
create index phone_number_destined on phone_number (destination_user) where destination_user is not null;

-- Numbers that went back to their carrier, with the last version that was told: whoever has one next goes on from it.
create table retired_number (
  number text primary key,
  version bigint not null
);
grant select, insert, update on retired_number to ${serviceRole};

-- One number that an account wants; kept for ever, as it is what the account was told.
create table number_order (
  order_id uuid primary key,
  account_id uuid not null,
  number text not null,
  assign_to uuid, -- the user who is to have it
  accept_charges boolean not null,
  ordered_by uuid not null,
  state text not null check (state in ('PENDING', 'ACTIVE', 'FAILED')),
  reason text check (reason in ('NOT_AVAILABLE', 'TIMED_OUT', 'USER_GONE', 'CHARGE_NOT_ACCEPTED', 'LOOP')),
  ordered_at timestamptz not null,
  attempts integer not null,
  event_id uuid, -- of the event by which the list of users hears of it, else the number's; once it is ACTIVE
  next_try_at timestamptz, -- when the carrier is asked again, to order it or to take it back; null: nothing is left to do
  check ((state = 'FAILED') = (reason is not null)),
  check (state <> 'PENDING' or next_try_at is not null)
);
create unique index number_order_open on number_order (number) where next_try_at is not null;
create index number_order_due on number_order (next_try_at) where next_try_at is not null;
create index number_order_of_account on number_order (account_id, order_id desc);
create index number_order_of_user on number_order (assign_to) where state = 'PENDING';
call protect_tenant_table('number_order');

-- Against hoarding: how many numbers an account has reserved and ordered on a day, UTC.
create table number_allowance (
  account_id uuid not null,
  day date not null,
  kind text not null check (kind in ('RESERVED', 'ORDERED')),
  used integer not null,
  primary key (account_id, day, kind)
);
call protect_tenant_table('number_allowance');

-- What numbering knows of prices (E1, E2), to say what a number costs before it is ordered.
create table number_price (
  currency text not null,
  version bigint not null,
  effective_from date not null,
  additional_number_cents bigint not null,
  included jsonb not null, -- plan to the direct numbers that it includes
  primary key (currency, version)
);
grant select, insert on number_price to ${serviceRole};

create table user_plan (
  user_id uuid primary key,
  account_id uuid not null,
  plan text, -- null: none any more
  version bigint not null -- of the seat
);
call protect_tenant_table('user_plan');

create table account_zone (
  account_id uuid primary key,
  time_zone text not null
);
call protect_tenant_table('account_zone');

-- A reservation that is over counts as none; the clock is the service's.
drop function taken_numbers(text, text);
create function taken_numbers(carrier_name text, prefix text, at timestamptz) returns setof text language plpgsql as $$
declare
  before text := coalesce(current_setting('switchboard.system', true), '');
begin
  perform set_config('switchboard.system', 'on', true);
  return query select number from phone_number
    where carrier = carrier_name and number ^@ prefix and (state <> 'RESERVED' or kept_until is null or kept_until > at);
  perform set_config('switchboard.system', before, true);
end $$;

-- Ends the reservation of this number if its time is over, whoever had it.
create function end_reservation(wanted text, at timestamptz) returns void language plpgsql as $$
declare
  before text := coalesce(current_setting('switchboard.system', true), '');
begin
  perform set_config('switchboard.system', 'on', true);
  delete from phone_number where number = wanted and state = 'RESERVED' and kept_until <= at;
  perform set_config('switchboard.system', before, true);
end $$;

-- The last version that was told stays when a number is nobody's any more.
create function retire_number() returns trigger language plpgsql as $$
begin
  if old.version > 0 then
    insert into retired_number as r (number, version) values (old.number, old.version)
    on conflict (number) do update set version = greatest(r.version, excluded.version);
  end if;
  return old;
end $$;
create trigger retire_number after delete on phone_number for each row execute function retire_number();

-- The numbers of the platform that a call to this number reaches one after the other, as calls are forwarded now: over
-- accounts, and nothing else of them. Empty when the number is not on the platform.
drop function forwarding_chain(text);
create function forwarding_chain(start text) returns setof text language plpgsql as $$
declare
  before text := coalesce(current_setting('switchboard.system', true), '');
begin
  perform set_config('switchboard.system', 'on', true);
  return query
    with recursive hop (number) as (
      select start
      union -- each once, so that it ends whatever is there already
      select coalesce(n.destination_number, l.forward_to)
      from hop
        join phone_number n on n.number = hop.number
        left join line l on n.destination = 'USER' and l.user_id = n.destination_user and l.state = 'OPEN'
      where coalesce(n.destination_number, l.forward_to) is not null)
    select n.number from hop join phone_number n on n.number = hop.number;
  perform set_config('switchboard.system', before, true);
end $$;
