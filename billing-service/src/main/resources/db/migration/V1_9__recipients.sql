-- E5, E7, J1: whom billing writes to, and how people and companies are called in what it writes.
create table company (
  account_id uuid primary key,
  name text not null
);
call protect_tenant_table('company');

-- A user as user-service told last. Only of an admin who is active more is kept than his name.
create table recipient (
  user_id uuid primary key,
  account_id uuid not null,
  version bigint not null check (version >= 1), -- of the user: an older or repeated event has no effect
  role text not null check (role in ('ADMIN', 'USER')),
  first_name text, -- the names are null when they are erased (D6) or the invitation was withdrawn
  last_name text,
  email text, -- null: no mails
  language text,
  time_zone text,
  check ((first_name is null) = (last_name is null)),
  check (email is null or (role = 'ADMIN' and first_name is not null)),
  check ((email is null) = (language is null) and (email is null) = (time_zone is null))
);
create index recipient_admin on recipient (account_id, user_id) where role = 'ADMIN';
call protect_tenant_table('recipient');

-- Mails of an account whose admin is not known yet: sign-up is told on two topics.
create table waiting_notice (
  account_id uuid not null,
  name text not null, -- what it is about; asked for twice, it is one
  sequence bigint generated always as identity,
  template text not null,
  model jsonb not null,
  primary key (account_id, name)
);
call protect_tenant_table('waiting_notice');
