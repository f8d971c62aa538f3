package dev.switchboard.notification.mail.wire;

import org.jspecify.annotations.Nullable;

/**
 * A card as its holder knows it.
 *
 * @param brand such as Visa
 * @param lastFour digits of its number
 */
public record CardV1(String brand, String lastFour) {

  /** Whether there is none, or one without anything missing. */
  static @Nullable Object wholeOrNone(@Nullable CardV1 card) {
    return card == null
        ? "none"
        : Required.missing("brand", card.brand, "lastFour", card.lastFour) == null ? card : null;
  }
}
