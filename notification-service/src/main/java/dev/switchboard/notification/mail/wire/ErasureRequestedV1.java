package dev.switchboard.notification.mail.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Data of the command {@code recipient.erasure-requested}; its folder in contracts/events describes
 * it.
 */
public record ErasureRequestedV1(To to) {

  /** The former recipient. */
  public record To(UUID userId, UUID accountId) {}

  /** The name of a required property that is not there, or null. */
  public @Nullable String missing() {
    return Required.missing(
        "to", to,
        "to.userId", to == null ? null : to.userId(),
        "to.accountId", to == null ? null : to.accountId());
  }
}
