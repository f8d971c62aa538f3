-- K2: what other services of the platform want to know of a user and the list does not show.
alter table directory
  add column language text,
  add column time_zone text,
  add column mobile text;

-- Rows that are there get theirs from their users; row-level security, which binds the owner too, would hide both.
alter table directory no force row level security;
alter table users no force row level security;
update directory d set language = u.language, time_zone = u.time_zone, mobile = u.mobile
from users u where u.user_id = d.user_id and u.account_id = d.account_id;
alter table users force row level security;
alter table directory force row level security;
