package dev.switchboard.numbering.number;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.republish.Republished;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the numbers of accounts again as they are (ADR 26); nobody has heard of reserved ones. */
@Component
class RepublishNumbers implements Republished {
  private final JdbcClient jdbc;

  RepublishNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String topic() {
    return PhoneNumbers.TOPIC;
  }

  @Override
  public List<String> next(@Nullable String after, int limit) {
    return jdbc.sql(
            """
            select number from phone_number where number > ? and state <> 'RESERVED' order by number limit ?
            """)
        .params(after == null ? "" : after, limit)
        .query(String.class)
        .list();
  }

  @Override
  public Optional<OutgoingEvent> lock(String id) {
    return jdbc.sql(
            "select * from phone_number where number = ? and state <> 'RESERVED' for update")
        .param(id)
        .query((row, index) -> PhoneNumbers.number(row))
        .optional()
        .map(number -> PhoneNumbers.toEvent(new Change<>(number, asItIs(number))));
  }

  private static NumberEvent asItIs(PhoneNumber number) {
    Actor actor = Actor.system();
    return switch (number.state()) {
      case ASSIGNED -> new NumberEvent.Changed(actor, List.of());
      case UNASSIGNED, QUARANTINED, AVAILABLE, RESERVED ->
          new NumberEvent.Released(actor, List.of());
    };
  }
}
