-- Mails of every template, most without a link (J1), and recipients whose data are erased (D6).

alter table mail add column time_zone text; -- IANA name in which times are told; null: UTC
alter table mail add constraint secret_exactly_with_a_link check (
  state <> 'QUEUED' or (sealed_token is not null) = (template in ('invitation', 'password-reset')));

create table erased_recipient (
  account_id uuid not null,
  user_id uuid not null, -- no mail is sent to him, however late it is asked for
  erased_at timestamptz not null,
  primary key (account_id, user_id)
);

call protect_tenant_table('erased_recipient');
