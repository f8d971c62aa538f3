-- How admins sign in is nobody's business but this service's: its changes count apart from those that events of the account
-- tell of.
alter table account add security_version bigint not null default 1;
