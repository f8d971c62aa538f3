package dev.switchboard.billing.seat;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.republish.Republished;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells seats again as they are (ADR 26). An occupied one is told as changed, with no property that
 * is: nobody is invited anew for that.
 */
@Component
class RepublishSeats implements Republished {
  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;

  RepublishSeats(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String topic() {
    return SeatPublisher.TOPIC;
  }

  @Override
  public List<String> next(@Nullable String after, int limit) {
    return jdbc.sql("select user_id::text from seat where user_id > ? order by user_id limit ?")
        .params(after == null ? FIRST : UUID.fromString(after), limit)
        .query(String.class)
        .list();
  }

  /** A seat that was never given was never told. */
  @Override
  public Optional<OutgoingEvent> lock(String id) {
    return jdbc.sql("select * from seat where user_id = ? and version > 0 for update")
        .param(UUID.fromString(id))
        .query((row, index) -> SeatRepository.read(row))
        .optional()
        .map(seat -> SeatPublisher.toEvent(new Change<>(seat, asItIs(seat))));
  }

  private static SeatEvent asItIs(Seat seat) {
    Actor actor = Actor.system();
    return switch (seat.state()) {
      case OCCUPIED -> new SeatEvent.Changed(actor, List.of());
      case REFUSED -> new SeatEvent.Refused(actor, List.of());
      case VACATED -> new SeatEvent.Vacated(actor, List.of());
    };
  }
}
