-- E9: how long each user was in calls in each month, as the voice platform counts: one row per user and month.
create table call_usage (
  account_id uuid not null,
  month date not null check (extract(day from month) = 1), -- its first day
  user_id uuid not null,
  seconds bigint not null check (seconds >= 0),
  calls bigint not null check (calls >= 0),
  version bigint not null check (version >= 1), -- of the total: an older one has no effect
  primary key (account_id, month, user_id)
) with (fillfactor = 70); -- a row changes every minute while its user is in calls: the new version fits beside the old
call protect_tenant_table('call_usage');
revoke delete on call_usage from ${serviceRole};
