package dev.switchboard.notification.mail.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code recipient.erasure-requested}: contracts/events/recipient.erasure-requested.
 */
public record ErasureRequestedV1(@Nullable To to) {

  /** The former recipient. */
  public record To(@Nullable UUID userId, @Nullable UUID accountId) {}
}
