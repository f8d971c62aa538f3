package dev.switchboard.billing.seat.wire;

import dev.switchboard.billing.seat.Seat;
import dev.switchboard.billing.seat.SeatEvent;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.platform.event.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A seat on the topic {@code billing.seats.v1}: contracts/events/seat.*. */
public record SeatV1(
    UUID accountId,
    long version,
    List<String> changed,
    Actor actor,
    UUID userId,
    String state,
    String plan,
    @Nullable UUID slotId,
    @Nullable String origin,
    @Nullable String reason,
    Instant since) {

  /** The stored seat with what happened to it. */
  public static SeatV1 of(Seat seat, SeatEvent event) {
    PlanSlot.Origin origin = seat.origin();
    return new SeatV1(
        seat.accountId(),
        seat.version(),
        event.changed(),
        event.actor(),
        seat.userId(),
        seat.state().name(),
        seat.plan().name(),
        seat.slotId(),
        origin == null ? null : origin.name(),
        seat.reason(),
        seat.since());
  }
}
