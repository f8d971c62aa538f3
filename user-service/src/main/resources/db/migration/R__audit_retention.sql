-- H2: the only way to take entries out of the audit log, for those that are older than the setting. The service's role may
-- call it and can't change it, nor the age; a changed setting is a changed script, which Flyway runs again.
create or replace function delete_old_audit_entries(most integer) returns integer
language sql security definer set search_path = pg_catalog, public as $$
  with deleted as (
    delete from audit_entry where ctid = any (array(
      select ctid from audit_entry where at < clock_timestamp() - interval '${auditRetentionDays} days'
      limit most for update skip locked))
    returning 1)
  select count(*)::integer from deleted
$$;
revoke all on function delete_old_audit_entries(integer) from public;
grant execute on function delete_old_audit_entries(integer) to ${serviceRole};
