-- Mails and each try to send them. Times are timestamptz in UTC.

create table mail (
  mail_id uuid primary key, -- made by who asks for the mail: asked for twice, it is sent once (J2)
  account_id uuid not null,
  user_id uuid not null, -- the recipient
  template text not null,
  language text not null, -- BCP 47 tag as asked for
  recipient_email text not null,
  recipient_name text not null,
  model jsonb not null, -- what the template shows; no secret
  sealed_token text, -- the link's secret, AES-GCM under the link key; null once the mail is sent or has failed
  state text not null check (state in ('QUEUED', 'SENT', 'FAILED', 'BOUNCED')),
  attempts integer not null check (attempts >= 0),
  reason text, -- code of the last failure
  queued_at timestamptz not null,
  give_up_at timestamptz not null, -- the last try is not later than this
  next_attempt_at timestamptz not null,
  trace_parent text, -- W3C trace context of the command
  sending_until timestamptz, -- lease of the instance that sends it now
  sending_by text,
  version bigint not null check (version >= 1),
  unique (account_id, mail_id),
  constraint no_secret_after_the_end check (state = 'QUEUED' or sealed_token is null)
);
create index mail_due on mail (next_attempt_at) where state = 'QUEUED';
create index mail_by_user on mail (account_id, user_id);

create table attempt (
  account_id uuid not null,
  mail_id uuid not null,
  number integer not null check (number >= 1),
  at timestamptz not null,
  outcome text not null check (outcome in ('ACCEPTED', 'DEFERRED', 'REFUSED')),
  reason text, -- code; null when accepted
  reply_code integer, -- SMTP reply code (RFC 5321); null without an answer
  reply_text text not null, -- the server's words, or what went wrong without them; one line
  primary key (account_id, mail_id, number),
  foreign key (account_id, mail_id) references mail (account_id, mail_id) on delete cascade
);

call protect_tenant_table('mail');
call protect_tenant_table('attempt');
