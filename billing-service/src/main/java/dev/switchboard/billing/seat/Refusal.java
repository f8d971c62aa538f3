package dev.switchboard.billing.seat;

/** Why a user gets no seat. */
enum Refusal {
  /** No slot of the plan is open, and nobody has agreed to pay for one more (C2). */
  NO_CONSENT,
  /** No slot of the plan is open, and the account may not buy (E7). */
  ACCOUNT_PAST_DUE,
  /** The account has ended. */
  ACCOUNT_CLOSED
}
