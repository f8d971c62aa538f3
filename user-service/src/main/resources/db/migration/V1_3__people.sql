-- Mobile numbers, suspension, deletion with undo, and erasure of users.

alter table users
  add mobile text check (mobile ~ '^\+[1-9][0-9]{6,14}$'), -- E.164
  add deletion_deleted_at timestamptz,
  add deletion_restorable_until timestamptz,
  add deletion_state_before text check (deletion_state_before in ('INVITED', 'ACTIVE', 'SUSPENDED')),
  add deletion_plan text,
  add deletion_messages_to uuid,
  add deletion_numbers_to uuid,
  add deletion_keep_slot boolean,
  add erased_at timestamptz,
  add constraint deleted_with_decision check ((state = 'DELETED') = (deletion_deleted_at is not null)),
  add constraint erased_after_deletion check (erased_at is null or state = 'DELETED'),
  add foreign key (account_id, deletion_messages_to) references users (account_id, user_id),
  add foreign key (account_id, deletion_numbers_to) references users (account_id, user_id);
create index users_to_erase on users (deletion_restorable_until) where state = 'DELETED' and erased_at is null;

create table voicemail_pin (
  user_id uuid primary key,
  account_id uuid not null,
  pin_hash text not null, -- Argon2id
  changed_at timestamptz not null,
  foreign key (account_id, user_id) references users (account_id, user_id)
);
call protect_tenant_table('voicemail_pin');
