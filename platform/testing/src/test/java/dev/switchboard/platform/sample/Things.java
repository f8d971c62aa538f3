package dev.switchboard.platform.sample;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The owner's side. Its statements name no account: row-level security alone has to hold. */
final class Things {
  private final JdbcClient jdbc;
  private final Outbox outbox;

  Things(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  UUID add(UUID accountId, String name) {
    UUID id = Ids.next();
    jdbc.sql("insert into thing (account_id, id, name) values (?, ?, ?)")
        .params(accountId, id, name)
        .update();
    outbox.add(
        new OutgoingEvent(
            SampleApplication.TOPIC,
            id.toString(),
            "thing.changed",
            accountId,
            new ThingV1(id.toString(), 1, name)));
    return id;
  }

  List<String> names() {
    return jdbc.sql("select name from thing order by name").query(String.class).list();
  }
}
