package dev.switchboard.user.directory;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.republish.Republished;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the rows of the list again, and the tombstones of those who are gone (ADR 26, K2). */
@Component
class RepublishDirectory implements Republished {
  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final Clock clock;

  RepublishDirectory(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return Directory.TOPIC;
  }

  @Override
  public List<String> next(@Nullable String after, int limit) {
    return jdbc.sql(
            "select user_id::text from directory where user_id > ? order by user_id limit ?")
        .params(after == null ? FIRST : UUID.fromString(after), limit)
        .query(String.class)
        .list();
  }

  /** A row that only waits for its user was never told. */
  @Override
  public Optional<OutgoingEvent> lock(String id) {
    return jdbc.sql(
            "select "
                + WholeRow.COLUMNS
                + "from directory where user_id = ? and user_version > 0 for update")
        .param(UUID.fromString(id))
        .query((row, index) -> WholeRow.read(row, clock.instant()))
        .optional()
        .map(Directory::toEvent);
  }
}
