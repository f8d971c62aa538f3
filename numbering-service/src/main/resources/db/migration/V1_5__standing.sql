-- E7: which accounts may have more numbers, as billing tells; of an account without a row it has not told yet.
create table account_standing (
  account_id uuid primary key,
  standing text not null, -- ACTIVE, or why not, such as PAST_DUE
  version bigint not null -- of billing's account
);
call protect_tenant_table('account_standing');
