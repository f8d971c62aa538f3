-- B4: a search or filter reads the index of the list's order alone, and only the rows of the page from the table. An index
-- entry has its limit in bytes; what is longer is searched in the table, and a small index leads to those few rows.
create function directory_search_text(
  short boolean, first_name text, last_name text, email text, direct_numbers text[], extension integer, bridge_id text)
returns text language sql immutable parallel safe as $$
  select text from (
    select directory_search_text(first_name, last_name, email, direct_numbers, extension, bridge_id) as text) t
  where (octet_length(text) <= 1000) = short
$$;

drop index directory_by_name;
alter table directory
  drop column search_text,
  add column search_text text generated always as
    (directory_search_text(true, first_name, last_name, email, direct_numbers, extension, bridge_id)) stored,
  add column long_search_text text generated always as
    (directory_search_text(false, first_name, last_name, email, direct_numbers, extension, bridge_id)) stored;
create index directory_by_name on directory (account_id, last_name, first_name, user_id)
  include (search_text, plan, state) where visible;
create index directory_with_long_text on directory (account_id) where visible and long_search_text is not null;
analyze directory;
