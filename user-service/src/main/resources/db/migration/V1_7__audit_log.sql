-- H2: the log is also filtered by what was done, and cleared of what is too old (R__audit_retention.sql). J: mail caps.

create index audit_entry_by_action on audit_entry (account_id, action, at desc, entry_id desc);
create index audit_entry_by_age on audit_entry using brin (at);

-- How many mails people have triggered by hand, per recipient, admin and account, since a window began.
create table mail_allowance (
  account_id uuid not null,
  scope text not null check (scope in ('RECIPIENT', 'ADMIN', 'ACCOUNT')),
  holder uuid not null, -- the user, or the account
  began_at timestamptz not null,
  taken integer not null,
  primary key (account_id, scope, holder)
);
create index mail_allowance_by_age on mail_allowance (began_at);
call protect_tenant_table('mail_allowance');
