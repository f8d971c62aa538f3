-- What was sent lately. Where databases are restored and topics are new, whoever had not taken it in at that moment would
-- never hear of it: it is sent again. Each service makes this table for the platform, whose own migration is out.
create table outbox_sent (
  sequence bigint not null,
  shard smallint not null,
  event_id uuid not null,
  topic text not null,
  key text not null,
  headers jsonb not null,
  payload bytea, -- null: tombstone
  sent_at timestamptz not null default clock_timestamp()
);
-- A queue's table, as the outbox is.
alter table outbox_sent set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
create index outbox_sent_by_age on outbox_sent using brin (sent_at);
grant select, insert, update, delete on outbox_sent to ${serviceRole};

-- Puts them back in their old places, before what was not sent yet; returns how many. For the operator who restores,
-- while the service is stopped.
create function send_again() returns bigint language sql as $$
  with kept as (delete from outbox_sent returning *),
  again as (
    insert into outbox (sequence, shard, event_id, topic, key, headers, payload) overriding system value
    select sequence, shard, event_id, topic, key, headers, payload from kept order by sequence
    returning 1)
  select count(*) from again
$$;
