-- E7: how each statement is paid. One payment per statement; what the provider prepared for it can be paid once.
create table payment (
  statement_id uuid primary key references statement (statement_id),
  account_id uuid not null,
  amount_cents bigint not null check (amount_cents >= 0), -- what is charged: the total less the credit
  credit_cents bigint not null check (credit_cents >= 0), -- of earlier statements, used for this one
  currency text not null,
  state text not null check (state in ('DUE', 'PAID', 'PAST_DUE')),
  tries int not null check (tries >= 0), -- that failed, by the schedule
  next_try_at timestamptz, -- by the schedule; null: no more
  ask_at timestamptz, -- when the run looks at it next; null: not by itself
  last_failure text,
  provider_payment text unique, -- the provider's id of it
  leased_until timestamptz, -- until then it belongs to whoever is trying
  issued_at timestamptz not null,
  paid_at timestamptz,
  version bigint not null check (version >= 1),
  check ((state = 'PAID') = (paid_at is not null)),
  check (state <> 'PAID' or num_nonnulls(next_try_at, ask_at) = 0)
);
create index payment_to_ask on payment (ask_at) where ask_at is not null;
create index payment_unpaid on payment (account_id) where state <> 'PAID';
call protect_tenant_table('payment');

-- One row per try; the provider is asked with its id as the idempotency key.
create table payment_attempt (
  attempt_id uuid primary key,
  statement_id uuid not null references payment (statement_id),
  account_id uuid not null,
  card_token text not null,
  present boolean not null, -- whether the owner of the card was there
  began_at timestamptz not null,
  ended_at timestamptz,
  outcome text, -- TAKEN or why not
  check ((ended_at is null) = (outcome is null))
);
create unique index payment_attempt_open on payment_attempt (statement_id) where ended_at is null; -- one at a time
create index payment_attempt_of_payment on payment_attempt (statement_id, began_at);
call protect_tenant_table('payment_attempt');

-- E7: a card as the provider keeps it; never its number.
create table payment_method (
  account_id uuid primary key,
  customer text not null unique, -- the provider's id of the account
  token text, -- null until a card was entered
  brand text,
  last_four text check (last_four ~ '^[0-9]{4}$'),
  expiry_month int check (expiry_month between 1 and 12),
  expiry_year int check (expiry_year between 2000 and 9999),
  since timestamptz,
  check (num_nulls(token, brand, last_four, expiry_month, expiry_year, since) in (0, 6))
);
call protect_tenant_table('payment_method');

-- Each time that an admin was sent to the provider's page.
create table card_setup (
  setup_id uuid primary key,
  account_id uuid not null,
  admin_id uuid not null,
  page_id text not null unique,
  opened_at timestamptz not null,
  taken_at timestamptz -- when the card came back
);
create index card_setup_of_account on card_setup (account_id, opened_at);
call protect_tenant_table('card_setup');

-- What statements with more credits than charges have left, for the statements to come.
alter table billing_account add column credit_cents bigint not null default 0 check (credit_cents >= 0);
