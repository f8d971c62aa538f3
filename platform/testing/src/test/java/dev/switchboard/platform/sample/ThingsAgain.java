package dev.switchboard.platform.sample;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.republish.Republished;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Things, told again as they are. */
final class ThingsAgain implements Republished {
  private final JdbcClient jdbc;

  ThingsAgain(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String topic() {
    return SampleApplication.TOPIC;
  }

  @Override
  public List<String> next(@Nullable String after, int limit) {
    return jdbc.sql("select id::text from thing where id > ? order by id limit ?")
        .params(after == null ? new UUID(0, 0) : UUID.fromString(after), limit)
        .query(String.class)
        .list();
  }

  @Override
  public Optional<OutgoingEvent> lock(String id) {
    return jdbc.sql("select account_id, name from thing where id = ? for update")
        .param(UUID.fromString(id))
        .query((row, index) ->
            new OutgoingEvent(
                topic(),
                id,
                "thing.changed",
                row.getObject(1, UUID.class),
                new ThingV1(id, 1, row.getString(2))))
        .optional();
  }
}
