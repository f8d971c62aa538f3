-- Which accounts an operator has erased; until it is finished, whoever is found in one is erased too.
create table account_erasure (
  account_id uuid primary key references account (account_id),
  begun_at timestamptz not null, -- when the account was closed
  finished_at timestamptz
);
create index account_erasure_unfinished on account_erasure (begun_at) where finished_at is null;
call protect_tenant_table('account_erasure');
revoke delete on account_erasure from ${serviceRole};

-- Whoever was withdrawn can be erased, too.
alter table users drop constraint erased_after_deletion;
