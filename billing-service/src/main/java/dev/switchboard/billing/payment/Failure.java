package dev.switchboard.billing.payment;

import dev.switchboard.billing.provider.Outcome;

/** Why a try has failed. */
public enum Failure {
  /** There is no card to charge. */
  NO_CARD,
  CARD_DECLINED,
  INSUFFICIENT_FUNDS,
  CARD_EXPIRED,
  PROCESSING_ERROR,
  /** The owner of the card has to confirm the payment at his bank's page. */
  NEEDS_ACTION;

  static Failure of(Outcome.Reason reason) {
    return switch (reason) {
      case CARD_DECLINED -> CARD_DECLINED;
      case INSUFFICIENT_FUNDS -> INSUFFICIENT_FUNDS;
      case CARD_EXPIRED -> CARD_EXPIRED;
      case PROCESSING_ERROR -> PROCESSING_ERROR;
    };
  }
}
