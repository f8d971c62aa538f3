package dev.switchboard.billing.seat.wire;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.platform.event.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code user.*} events. */
public record UserV1(
    UUID accountId, Actor actor, UUID userId, @Nullable SeatRequestV1 seatRequest) {

  /** What is asked for. */
  public record SeatRequestV1(Plan plan, @Nullable UUID slotId, boolean acceptCharges) {}
}
