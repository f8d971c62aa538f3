-- H2: the audit log. Rows are added and read; nobody but the owner's clean-up of what is too old takes one away.

create table audit_entry (
  entry_id uuid primary key,
  account_id uuid not null,
  at timestamptz not null,
  actor_type text not null check (actor_type in ('USER', 'SYSTEM', 'LINK', 'SUPPORT')),
  actor_id uuid, -- a user, or for SUPPORT somebody of the operator
  action text not null,
  subject_type text not null,
  subject_id text not null,
  details jsonb not null, -- text by name; neither names of people nor secrets
  ip_address text, -- null: no request led to it
  user_agent text
);
create index audit_entry_by_time on audit_entry (account_id, at desc, entry_id desc);
create index audit_entry_by_subject on audit_entry (account_id, subject_id, at desc, entry_id desc);
create index audit_entry_by_actor on audit_entry (account_id, actor_id, at desc, entry_id desc);
call protect_tenant_table('audit_entry');
revoke update, delete on audit_entry from ${serviceRole};
