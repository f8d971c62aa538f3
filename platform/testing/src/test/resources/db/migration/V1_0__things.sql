create table thing (
  account_id uuid not null,
  id uuid not null,
  name text not null,
  primary key (account_id, id)
);
call protect_tenant_table('thing');

-- What the consumer did, in its order.
create table effect (
  id bigint generated always as identity primary key,
  event_id uuid not null,
  thing_id text not null,
  version int not null,
  trace_id text
);

-- What the consumer knows: the newest version of each thing.
create table thing_copy (
  thing_id text primary key,
  version int not null,
  name text not null
);

grant select, insert, update, delete on effect, thing_copy to ${serviceRole};
