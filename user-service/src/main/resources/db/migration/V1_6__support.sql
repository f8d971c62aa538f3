-- I1: the operator's own people, who find accounts and change their admins. Times are timestamptz in UTC.

-- Made by the command --support-user only. Of no account; seen only by transactions for the platform as a whole.
create table support_user (
  support_user_id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  password_hash text not null,
  changed_at timestamptz not null
);

create table support_session (
  session_id uuid primary key,
  support_user_id uuid not null references support_user,
  secret_hash bytea not null unique, -- SHA-256 of the cookie
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index support_session_of_user on support_session (support_user_id) where ended_at is null;
create index support_session_by_end on support_session (expires_at);

do $$
declare
  table_name regclass;
begin
  foreach table_name in array array['support_user', 'support_session']::regclass[] loop
    execute format('alter table %s enable row level security', table_name);
    execute format('alter table %s force row level security', table_name);
    execute format(
      'create policy platform on %s using ((select current_setting(''switchboard.system'', true) = ''on''))', table_name);
    execute format('grant select, insert, update on %s to %I', table_name, '${serviceRole}');
  end loop;
end $$;
grant delete on support_session to ${serviceRole};

-- What support finds an account by: the words of its name, the addresses of its people, its numbers. Row-level security
-- lets an index be used for leak-proof operators only, which LIKE is not and text comparison is; so a search is for the
-- beginning of a term, in byte order.
create table support_term (
  account_id uuid not null,
  source uuid not null, -- the account, or the user whose term it is
  kind text not null check (kind in ('NAME', 'EMAIL', 'NUMBER')),
  term text collate "C" not null,
  primary key (source, kind, term)
);
create index support_term_by_term on support_term (term, account_id);
call protect_tenant_table('support_term');

-- The words of a name, each whole and, where it has other characters in it, in its parts.
create function support_name_terms(name text) returns setof text language sql immutable parallel safe as $$
  select distinct term
  from (values (lower(name collate "und-x-icu"))) n (lowered),
    lateral (
      select regexp_split_to_table(lowered, '\s+') union all
      select regexp_split_to_table(lowered collate "und-x-icu", '[^[:alnum:]]+')) t (term)
  where term <> ''
$$;

-- The digits of a number as they are, and backwards behind a tilde: most people leave out the country, and some know the
-- last digits only.
create function support_number_terms(number text) returns setof text language sql immutable parallel safe as $$
  select unnest(array[digits, '~' || reverse(digits)])
  from (values (regexp_replace(number, '[^0-9]', '', 'g'))) n (digits)
$$;

set local switchboard.system = 'on'; -- else not even the owner sees a row
insert into support_term (account_id, source, kind, term)
select account_id, account_id, 'NAME', term from account, support_name_terms(company_name) term
union all
select account_id, account_id, 'NUMBER', term from account, support_number_terms(main_number) term
union all
select account_id, user_id, 'EMAIL', email from users where state <> 'WITHDRAWN'
union all
select account_id, user_id, 'NUMBER', term
from directory, unnest(direct_numbers) number, support_number_terms(number) term
on conflict do nothing;

-- A7: the admins of an account.
create index users_admins on users (account_id) where role = 'ADMIN';
