-- Accounts that have ended; seats that know the user's version; history that can't be rewritten.

alter table billing_account drop constraint billing_account_standing_check;
alter table billing_account add constraint billing_account_standing_check
  check (standing in ('ACTIVE', 'PAST_DUE', 'CLOSED'));

alter table seat
  add user_version bigint not null default 0 check (user_version >= 0), -- the last version of the user that was seen
  -- The charge was accepted, but another's claimed slot was taken: that one may buy instead (ADR 6).
  add spare_consent boolean not null default false;

-- Version 0: nothing was ever told of this seat, because the user was withdrawn before he was heard of.
alter table seat drop constraint seat_version_check;
alter table seat add constraint seat_version_check check (version >= 0);

-- A vacated seat keeps its former slot and says why.
alter table seat drop constraint seat_slot_id_key;
alter table seat drop constraint seat_check;
alter table seat drop constraint seat_check1;
alter table seat add constraint occupied_with_slot check (state <> 'OCCUPIED' or (slot_id is not null and origin is not null));
alter table seat add constraint refused_with_reason check (state <> 'REFUSED' or (reason is not null and slot_id is null));
create unique index one_seat_per_slot on seat (slot_id) where state = 'OCCUPIED';

-- Deferred: a seat is written before the slot that is bought for it, in the same transaction.
alter table seat drop constraint seat_account_id_slot_id_fkey;
alter table seat add constraint seat_slot foreign key (account_id, slot_id)
  references plan_slot (account_id, slot_id) deferrable initially deferred;

revoke update, delete on charge_interval from ${serviceRole};
grant update (ended_at) on charge_interval to ${serviceRole};
revoke delete on billing_account, plan_slot, seat from ${serviceRole};
