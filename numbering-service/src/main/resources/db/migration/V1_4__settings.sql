-- F4, F5: what an account has set for itself; without a row, the settings of the service apply. The version is that of
-- the settings, with what belongs to them in extension_range and forwarding_country.
create table extension_setting (
  account_id uuid primary key,
  first_assigned integer not null check (first_assigned between 100 and 999999), -- the lowest that is given out by itself
  version bigint not null check (version >= 1)
);
call protect_tenant_table('extension_setting');

create table forwarding_setting (
  account_id uuid primary key,
  version bigint not null check (version >= 1)
);
call protect_tenant_table('forwarding_setting');
