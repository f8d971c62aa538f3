-- Tables and functions that every service with a database shares. Times are timestamptz in UTC.

create table outbox (
  sequence bigint generated always as identity primary key,
  shard smallint not null,
  event_id uuid not null unique,
  topic text not null,
  key text not null,
  headers jsonb not null,
  payload bytea, -- null: tombstone
  created_at timestamptz not null default clock_timestamp(),
  blocked_until timestamptz -- set when Kafka refused the record for good; its key rests until then
);
-- A queue's table: its dead rows are cleared by their number, not by their share.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
create index outbox_by_shard on outbox (shard, sequence);
create index outbox_blocked on outbox (shard, topic, key) where blocked_until is not null;

create table outbox_shard (
  shard smallint primary key,
  owner text,
  leased_until timestamptz
);

create table inbox (
  event_id uuid not null,
  consumer text not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (event_id, consumer)
);
create index inbox_by_age on inbox using brin (received_at);

-- Records that could not be handled and the later ones of their keys, which wait behind them in order until they are
-- redriven. A key waits exactly as long as it has a row here.
create table dead_letter (
  id bigint generated always as identity primary key,
  consumer text not null,
  topic text not null,
  kafka_partition int not null,
  kafka_offset bigint not null,
  key text, -- null: the record had none, nothing waits behind it
  event_id text,
  headers jsonb not null,
  payload bytea,
  cause text, -- null: it only waits behind an earlier one
  received_at timestamptz not null default clock_timestamp(),
  unique nulls not distinct (consumer, topic, kafka_partition, kafka_offset, event_id)
);
create index dead_letter_by_key on dead_letter (consumer, topic, key, id);

create table idempotency_key (
  account_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status smallint,
  headers jsonb,
  body json, -- not jsonb: repeated as it was, with its properties in their order
  created_at timestamptz not null default clock_timestamp(),
  primary key (account_id, key)
);
create index idempotency_key_by_age on idempotency_key using brin (created_at);

grant select, insert, update, delete on outbox, outbox_shard, inbox, dead_letter, idempotency_key to ${serviceRole};

-- Second wall between accounts: rows of a table with account_id are seen only by a transaction that works for
-- that account (switchboard.account) or for the platform as a whole (switchboard.system). Unset means no rows.
-- As sub-selects, the settings are looked up once per statement and not once per row.
create procedure protect_tenant_table(table_name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format(
    'create policy tenant on %s using ('
    'account_id = (select nullif(current_setting(''switchboard.account'', true), '''')::uuid) '
    'or (select current_setting(''switchboard.system'', true) = ''on''))', table_name);
  execute format('grant select, insert, update, delete on %s to %I', table_name, '${serviceRole}');
end $$;

call protect_tenant_table('idempotency_key');
