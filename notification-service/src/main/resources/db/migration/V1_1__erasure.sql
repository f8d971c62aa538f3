-- D6: recipients whose data are erased. What is asked for them later is not sent.

create table erased_recipient (
  user_id uuid primary key,
  account_id uuid not null,
  erased_at timestamptz not null
);
call protect_tenant_table('erased_recipient');
