-- F5: the countries that an account forwards calls to; none: that of its main number.
create table forwarding_country (
  account_id uuid not null,
  country text not null check (country ~ '^[A-Z]{2}$'), -- ISO 3166-1 alpha-2
  primary key (account_id, country)
);
call protect_tenant_table('forwarding_country');

-- Whose phones a call to this number reaches one after the other, as calls are forwarded now: users of any account, and
-- nothing else of them. The setting is as before when it returns.
create function forwarding_chain(start text) returns setof uuid language plpgsql as $$
declare
  before text := coalesce(current_setting('switchboard.system', true), '');
begin
  perform set_config('switchboard.system', 'on', true);
  return query
    with recursive hop (user_id, forward_to) as (
      select l.user_id, l.forward_to
      from phone_number n join line l on l.user_id = n.user_id and l.state = 'OPEN' where n.number = start
      union -- each once, so that it ends whatever is there already
      select l.user_id, l.forward_to
      from hop
        join phone_number n on n.number = hop.forward_to
        join line l on l.user_id = n.user_id and l.state = 'OPEN')
    select user_id from hop;
  perform set_config('switchboard.system', before, true);
end $$;
