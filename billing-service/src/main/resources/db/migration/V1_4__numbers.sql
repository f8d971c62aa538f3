-- E2, E3: when an account had which number, what for and for whom. Added and ended, never changed.
create table number_interval (
  interval_id uuid primary key,
  account_id uuid not null,
  number text not null,
  use text check (use in ('COMPANY_MAIN', 'DIRECT')), -- null: in no use, which costs too
  user_id uuid,
  started_at timestamptz not null,
  ended_at timestamptz check (ended_at >= started_at),
  check ((use is not distinct from 'DIRECT') = (user_id is not null))
);
create unique index number_interval_open on number_interval (number) where ended_at is null;
create index number_interval_of_account on number_interval (account_id, started_at);
call protect_tenant_table('number_interval');
revoke update, delete on number_interval from ${serviceRole};
grant update (ended_at) on number_interval to ${serviceRole};

-- The last version of each number that was seen, whoever had it: an older or repeated event has no effect.
create table number_version (
  number text primary key,
  version bigint not null check (version >= 1)
);
grant select, insert, update on number_version to ${serviceRole};
