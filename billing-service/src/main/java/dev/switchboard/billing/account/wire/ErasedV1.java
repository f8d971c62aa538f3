package dev.switchboard.billing.account.wire;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code account.erased}. */
public record ErasedV1(
    @Nullable UUID accountId, @Nullable Actor actor, @Nullable Instant erasedAt) {

  /** What it says, when nothing is missing. */
  public record Erased(UUID accountId, Actor actor, Instant erasedAt) {}

  /**
   * The data of an event that keeps its contract.
   *
   * @throws BrokenEventException when something is missing or does not fit together
   */
  public static Erased checked(IncomingEvent<ErasedV1> event) {
    ErasedV1 data = event.data();
    if (data.accountId == null || data.actor == null || data.erasedAt == null) {
      throw new BrokenEventException("account.erased lacks a required property");
    }
    if (!data.accountId.equals(event.accountId())) {
      throw new BrokenEventException("account.erased of another account than its event's");
    }
    return new Erased(data.accountId, data.actor, data.erasedAt);
  }
}
