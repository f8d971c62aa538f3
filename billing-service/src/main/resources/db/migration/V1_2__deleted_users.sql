-- D6: seats of deleted users, which can be given back.

-- His deletion removed the slot: while nobody else can have it, undoing gives that very slot back.
alter table seat add slot_removed boolean not null default false;
alter table seat add constraint removed_with_slot
  check (not slot_removed or (state = 'VACATED' and slot_id is not null));

-- What was heard last of a user whose account is not known yet.
alter table waiting_seat_request add kind text not null default 'INVITED'
  check (kind in ('INVITED', 'DELETED', 'RESTORED'));
