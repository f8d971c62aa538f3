package dev.switchboard.billing.seat;

import dev.switchboard.billing.seat.wire.SeatV1;
import dev.switchboard.platform.event.OutgoingEvent;

/** What happens to seats as events, keyed by the user. */
final class SeatPublisher {
  static final String TOPIC = "billing.seats.v1";

  private SeatPublisher() {}

  static OutgoingEvent toEvent(Change<Seat> change) {
    Seat seat = change.state();
    String type =
        switch (change.event()) {
          case SeatEvent.Occupied _ -> "seat.occupied";
          case SeatEvent.Changed _ -> "seat.changed";
          case SeatEvent.Refused _ -> "seat.refused";
          case SeatEvent.Vacated _ -> "seat.vacated";
        };
    return new OutgoingEvent(
        TOPIC, seat.userId().toString(), type, seat.accountId(), SeatV1.of(seat, change.event()));
  }
}
