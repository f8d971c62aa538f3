package dev.switchboard.numbering.line;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.republish.Republished;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells lines again as they are (ADR 26). */
@Component
class RepublishLines implements Republished {
  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;

  RepublishLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String topic() {
    return Lines.TOPIC;
  }

  @Override
  public List<String> next(@Nullable String after, int limit) {
    return jdbc.sql("select user_id::text from line where user_id > ? order by user_id limit ?")
        .params(after == null ? FIRST : UUID.fromString(after), limit)
        .query(String.class)
        .list();
  }

  @Override
  public Optional<OutgoingEvent> lock(String id) {
    return jdbc.sql("select * from line where user_id = ? for update")
        .param(UUID.fromString(id))
        .query((row, index) -> Lines.line(row))
        .optional()
        .map(line ->
            Lines.toEvent(
                new Change<>(
                    line,
                    line.isOpen()
                        ? new LineEvent.Changed(Actor.system(), List.of())
                        : new LineEvent.Closed(Actor.system(), List.of()))));
  }
}
