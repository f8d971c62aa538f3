package dev.switchboard.billing.seat;

import dev.switchboard.billing.seat.wire.SeatV1;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stores seats, and with each change its event. */
@Component
class Seats {
  private static final String TOPIC = "billing.seats.v1";

  private final SeatRepository seats;
  private final Outbox outbox;

  Seats(SeatRepository seats, Outbox outbox) {
    this.seats = seats;
    this.outbox = outbox;
  }

  Optional<Seat> find(UUID accountId, UUID userId) {
    return seats.findByAccountIdAndUserId(accountId, userId);
  }

  /** Stores a change and its event. */
  void save(Change<Seat> change) {
    Seat seat = seats.save(change.state());
    String type =
        switch (change.event()) {
          case SeatEvent.Occupied _ -> "seat.occupied";
          case SeatEvent.Refused _ -> "seat.refused";
          case SeatEvent.Vacated _ -> "seat.vacated";
        };
    outbox.add(
        new OutgoingEvent(
            TOPIC,
            seat.userId().toString(),
            type,
            seat.accountId(),
            SeatV1.of(seat, change.event())));
  }

  /** Stores a seat of which nobody ever heard. */
  void saveSilently(Seat seat) {
    seats.save(seat);
  }
}
