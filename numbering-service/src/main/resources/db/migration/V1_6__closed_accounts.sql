-- Accounts that have left for good: what they have to themselves rests.
create table closed_account (
  account_id uuid primary key,
  closed_at timestamptz not null
);
call protect_tenant_table('closed_account');
revoke update, delete on closed_account from ${serviceRole};
