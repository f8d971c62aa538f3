-- Mails of every template, most without a link (J1).

alter table mail add column time_zone text; -- IANA name in which times are told; null: UTC
alter table mail add constraint secret_exactly_with_a_link check (
  state <> 'QUEUED' or (sealed_token is not null) = (template in ('invitation', 'password-reset')));
