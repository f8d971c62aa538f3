-- When an account has ended for good: from then on it pays for nothing, and one more statement settles the rest.
alter table billing_account add column closed_at timestamptz;
