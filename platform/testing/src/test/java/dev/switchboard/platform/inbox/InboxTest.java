package dev.switchboard.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.platform.sample.SampleApplication;
import dev.switchboard.platform.sample.SampleTest;
import dev.switchboard.platform.sample.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;

class InboxTest extends SampleTest {
  private final String thing = UUID.randomUUID().toString();

  @Autowired private Inbox inbox;
  @Autowired private JdbcTemplate jdbcTemplate;

  @Test
  @DisplayName("the same event twice has one effect")
  void twice() {
    UUID first = UUID.randomUUID();
    send(thing, 1, first);
    send(thing, 1, first);
    UUID last = send(thing, 2);
    await().until(() -> inbox.contains(last));
    assertThat(inbox.contains(first)).isTrue();
    assertThat(effects()).containsExactly(1, 2);
  }

  @Test
  @DisplayName("an old version that comes late changes nothing")
  void late() {
    send(thing, 1);
    send(thing, 3);
    UUID late = send(thing, 2);
    await().until(() -> inbox.contains(late));
    assertThat(nameOfCopy()).isEqualTo("v3");
  }

  @Test
  @DisplayName("a type that the service does not know has no effect and stops nothing")
  void unknownType() {
    UUID unknown = UUID.randomUUID();
    Wire.send(SampleApplication.TOPIC, thing, unhandled(unknown), "not even JSON");
    UUID next = send(thing, 1);
    await().until(() -> inbox.contains(next));
    assertThat(inbox.contains(unknown)).isTrue();
    assertThat(effects()).containsExactly(1);
  }

  @Test
  @DisplayName("an error that passes is tried again until it has passed; nothing is half done")
  void passingError() {
    faults.fail(thing, 3, () -> new QueryTimeoutException("the database is slow"));
    send(thing, 1);
    UUID last = send(thing, 2);
    await().until(() -> inbox.contains(last));
    assertThat(faults.attempts(thing)).isEqualTo(5);
    assertThat(effects()).containsExactly(1, 2);
    assertThat(
            jdbc.sql("select count(*) from dead_letter where key = ?")
                .param(thing)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  @DisplayName("a type with two handlers has both effects in their order, or none; twice is once")
  void twoHandlers() {
    faults.fail(thing + " renamed", 2, () -> new QueryTimeoutException("the database is slow"));
    UUID shared = UUID.randomUUID();
    share(shared);
    share(shared);
    UUID last = UUID.randomUUID();
    Wire.send(SampleApplication.TOPIC, thing, unhandled(last), "{}");
    await().until(() -> inbox.contains(last));

    assertThat(faults.attempts(thing + " renamed")).isEqualTo(3);
    assertThat(effects()).containsExactly(1);
    assertThat(nameOfCopy()).isEqualTo("v1!v1");
  }

  private void share(UUID eventId) {
    var headers = Wire.headers(eventId, thing);
    headers.put("ce_type", "thing.shared");
    Wire.send(
        SampleApplication.TOPIC,
        thing,
        headers,
        "{\"thingId\":\"%s\",\"version\":1,\"name\":\"v1\"}".formatted(thing));
  }

  private Map<String, String> unhandled(UUID eventId) {
    var headers = Wire.headers(eventId, thing);
    headers.put("ce_type", "thing.painted");
    return headers;
  }

  private String nameOfCopy() {
    return jdbc.sql("select name from thing_copy where thing_id = ?")
        .param(thing)
        .query(String.class)
        .single();
  }

  @Test
  @DisplayName("old inbox rows are forgotten, young ones kept")
  void cleaner() {
    UUID old = UUID.randomUUID();
    UUID young = UUID.randomUUID();
    jdbc.sql(
            """
            insert into inbox (event_id, consumer, received_at)
            values (?, 'sample-service', now() - interval '31 days'), (?, 'sample-service', now())
            """)
        .params(old, young)
        .update();
    new InboxCleaner(jdbcTemplate, Duration.ofDays(30)).clean();
    assertThat(inbox.contains(old)).isFalse();
    assertThat(inbox.contains(young)).isTrue();
  }

  private List<Integer> effects() {
    return jdbc.sql("select version from effect where thing_id = ? order by id")
        .param(thing)
        .query(Integer.class)
        .list();
  }
}
