-- E2, E3: who sat in which slot, on which plan and when: a number costs by the plan of its user. Added and ended, never changed.
create table seat_interval (
  interval_id uuid primary key,
  account_id uuid not null,
  user_id uuid not null,
  slot_id uuid not null,
  plan text not null,
  started_at timestamptz not null,
  ended_at timestamptz check (ended_at >= started_at)
);
create unique index seat_interval_open on seat_interval (user_id) where ended_at is null;
create index seat_interval_of_account on seat_interval (account_id, started_at);
call protect_tenant_table('seat_interval');
revoke update, delete on seat_interval from ${serviceRole};
grant update (ended_at) on seat_interval to ${serviceRole};

set local switchboard.system = 'on'; -- else not even the owner sees a row
insert into seat_interval (interval_id, account_id, user_id, slot_id, plan, started_at)
select gen_random_uuid(), account_id, user_id, slot_id, plan, since from seat where state = 'OCCUPIED';
