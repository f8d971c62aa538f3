package dev.switchboard.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.platform.sample.SampleApplication;
import dev.switchboard.platform.sample.SampleTest;
import dev.switchboard.platform.sample.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class DeadLetterTest extends SampleTest {
  private static final int THREADS = 32;

  private final String thing = UUID.randomUUID().toString();

  @Autowired private Inbox inbox;

  @Test
  @DisplayName("a poison event: kept with its cause, later ones of its key wait, others go on")
  void poison() {
    UUID poison = breakKey();
    UUID second = send(thing, 2);
    UUID third = send(thing, 3);
    await().until(() -> kept().size() == 3);
    assertThat(kept()).containsExactly(poison.toString(), second.toString(), third.toString());
    assertThat(causes()).containsExactly("not understood", null, null);

    String other = UUID.randomUUID().toString();
    List<UUID> others = List.of(send(other, 1), send(other, 2), send(other, 3));
    await().until(() -> others.stream().allMatch(inbox::contains));
    assertThat(effects()).isEmpty();
    assertThat(inbox.contains(second)).isFalse();

    List<Wire.Read> told =
        Wire.readUntil(
            SampleApplication.DEAD_LETTERS,
            records -> records.stream().anyMatch(each -> thing.equals(each.key())));
    assertThat(told)
        .filteredOn(each -> thing.equals(each.key()))
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.id()).isEqualTo(poison.toString());
          assertThat(letter.value()).contains("\"version\":1");
          assertThat(letter.headers().get("kafka_dlt-exception-message"))
              .contains("not understood");
          assertThat(letter.headers())
              .containsEntry("kafka_dlt-original-topic", SampleApplication.TOPIC)
              .doesNotContainKey("kafka_dlt-exception-stacktrace");
        });
    redriveMended();
  }

  @Test
  @DisplayName("redrive applies a key in order; the next event goes its normal way")
  void redriveInOrder() {
    breakKey();
    send(thing, 2);
    send(thing, 3);
    await().until(() -> kept().size() == 3);
    assertThat(redrive().path("failed").path(0).path("cause").asString())
        .isEqualTo("not understood");
    assertThat(kept()).hasSize(3);
    assertThat(effects()).isEmpty();

    redriveMended();
    UUID next = send(thing, 4);
    await().until(() -> inbox.contains(next));
    assertThat(effects()).containsExactly(1, 2, 3, 4);
  }

  @Test
  @DisplayName("redrive by 32 callers at once, and once more, while events come: each effect once")
  void redriveInParallel() throws Exception {
    breakKey();
    for (int version = 2; version <= 10; version++) {
      send(thing, version);
    }
    await().until(() -> kept().size() == 10);
    faults.mend(thing);
    try (ExecutorService callers = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        all.add(callers.submit(this::redrive));
      }
      for (int version = 11; version <= 20; version++) {
        send(thing, version);
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          redrive();
          return effects().size() == 20;
        });
    assertThat(redrive().path("applied").asInt()).isZero();
    assertThat(effects()).isSorted().doesNotHaveDuplicates().hasSize(20);
    assertThat(kept()).isEmpty();
  }

  @Test
  @DisplayName("a defect is tried seven times, then kept; redrive after the repair applies it")
  void defect() {
    faults.fail(thing, () -> new IllegalStateException("a defect"));
    send(thing, 1);
    await().atMost(Duration.ofSeconds(20)).until(() -> !kept().isEmpty());
    assertThat(faults.attempts(thing)).isEqualTo(7);
    assertThat(causes()).containsExactly("IllegalStateException: a defect");
    redriveMended();
    assertThat(effects()).containsExactly(1);
  }

  @Test
  @DisplayName("what is no CloudEvent or no JSON is kept at once, without its content in the cause")
  void unreadable() {
    Wire.send(SampleApplication.TOPIC, thing, java.util.Map.of(), "{}");
    await().until(() -> kept().size() == 1);
    assertThat(causes()).containsExactly("CloudEvents attribute subject is missing");
    giveUp();

    Wire.send(
        SampleApplication.TOPIC,
        thing,
        Wire.headers(UUID.randomUUID(), thing),
        "{\"version\":\"top secret\"}");
    await().until(() -> kept().size() == 1);
    assertThat(causes()).singleElement().asString().contains("data of thing.changed can't be read");
    assertThat(causes()).singleElement().asString().doesNotContain("secret");
    giveUp();

    UUID next = send(thing, 1);
    await().until(() -> inbox.contains(next));
  }

  @Test
  @DisplayName("the endpoint tells the head of each key, how many wait, and no content")
  void list() {
    UUID poison = breakKey();
    send(thing, 2);
    await().until(() -> kept().size() == 2);
    JsonNode head = head();
    assertThat(head.path("eventId").asString()).isEqualTo(poison.toString());
    assertThat(head.path("topic").asString()).isEqualTo(SampleApplication.TOPIC);
    assertThat(head.path("waiting").asInt()).isEqualTo(1);
    assertThat(head.propertyNames()).doesNotContain("payload", "headers");
    redriveMended();
  }

  /** The first event of the thing is not understood until the service is mended. */
  private UUID breakKey() {
    faults.fail(thing, () -> new BrokenEventException("not understood"));
    return send(thing, 1);
  }

  private void redriveMended() {
    faults.mend(thing);
    JsonNode result = redrive();
    assertThat(result.path("failed").size()).isZero();
    assertThat(kept()).isEmpty();
  }

  private JsonNode redrive() {
    return json(
        call(
            toManagement("/actuator/deadletters")
                .POST(BodyPublishers.ofString("{\"key\":\"" + thing + "\"}"))));
  }

  private void giveUp() {
    long id = head().path("id").asLong();
    assertThat(call(toManagement("/actuator/deadletters/" + id).DELETE()).statusCode())
        .isEqualTo(204);
    assertThat(kept()).isEmpty();
  }

  private JsonNode head() {
    return json(call(toManagement("/actuator/deadletters")))
        .path("items")
        .valueStream()
        .filter(each -> each.path("key").asString().equals(thing))
        .findFirst()
        .orElseThrow();
  }

  private List<String> kept() {
    return column("select coalesce(event_id, '') from dead_letter where key = ? order by id");
  }

  private List<String> causes() {
    return column("select cause from dead_letter where key = ? order by id");
  }

  private List<String> column(String sql) {
    return jdbc.sql(sql).param(thing).query(String.class).list();
  }

  private List<Integer> effects() {
    return jdbc.sql("select version from effect where thing_id = ? order by id")
        .param(thing)
        .query(Integer.class)
        .list();
  }
}
