-- E5, E8: statements as they were issued, one per account and period; never changed.
create table statement (
  statement_id uuid primary key,
  account_id uuid not null,
  period_index int not null check (period_index >= 0), -- 0: the month that begins with the sign-up
  period_from date not null,
  period_to date not null check (period_to > period_from),
  currency text not null,
  total_cents bigint not null,
  monthly_cents bigint not null,
  lines jsonb not null,
  issued_at timestamptz not null,
  unique (account_id, period_index)
);
call protect_tenant_table('statement');
revoke update, delete on statement from ${serviceRole};

alter table billing_account
  add column next_period int not null default 0, -- whose statement is issued next
  add column next_statement_at timestamptz, -- when that period begins; null: with the sign-up
  add column closed_until timestamptz; -- what is learnt of the time before this counts from this moment on
create index billing_account_due on billing_account ((coalesce(next_statement_at, signed_up_at)));
