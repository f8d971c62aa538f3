package dev.switchboard.billing.provider;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What has become of a payment at the provider. */
public sealed interface Outcome {

  /** The money was taken. */
  record Taken() implements Outcome {}

  /** It was not taken, and won't be by this try. */
  record Declined(Reason reason) implements Outcome {}

  /**
   * The owner of the card has to confirm it at his bank's page.
   *
   * @param page where, or null when he has to be asked anew
   */
  record NeedsAction(@Nullable URI page) implements Outcome {}

  /** Nothing has been tried yet, or the provider is still at it. */
  record Open() implements Outcome {}

  /** Why a card was declined. */
  enum Reason {
    /** The bank says no, and not why. */
    CARD_DECLINED,
    INSUFFICIENT_FUNDS,
    CARD_EXPIRED,
    /** The provider could not carry it out. */
    PROCESSING_ERROR
  }
}
