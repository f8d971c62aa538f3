package dev.switchboard.platform.outbox;

import static dev.switchboard.platform.outbox.OutboxFixture.distinct;
import static dev.switchboard.platform.outbox.OutboxFixture.firstDeliveries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.platform.sample.Wire;
import dev.switchboard.platform.testing.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxFaultTest {

  @ParameterizedTest
  @DisplayName("a record that Kafka refuses blocks only its own key, until it can be sent")
  @ValueSource(ints = {4_000, 1_200_000}) // refused by the topic, and by the producer already
  void refusedRecordBlocksItsKey(int size) throws Exception {
    try (OutboxFixture outbox = new OutboxFixture(1, Map.of("max.message.bytes", "2000"))) {
      outbox.addCommitted("other", 1);
      outbox.addCommitted("large", 1);
      outbox.addCommitted("large", "x".repeat(size));
      outbox.addCommitted("large", 3);
      outbox.addCommitted("other", 2);
      outbox.relay().start();

      Wire.readUntil(outbox.topic(), records -> distinct(records) >= 2);
      await().until(() -> outbox.table().blocked() == 1);
      outbox.addCommitted("large", 4);
      outbox.addCommitted("other", 3);
      Wire.readUntil(outbox.topic(), records -> seen(records, "other").contains("3"));
      assertThat(seen(Wire.readAll(outbox.topic()), "other")).containsExactly("1", "2", "3");
      assertThat(seen(Wire.readAll(outbox.topic()), "large")).isSubsetOf("1");
      assertThat(outbox.table().oldestAgeSeconds()).isPositive();

      outbox
          .jdbc()
          .update(
              "update outbox set payload = ? where length(payload) > 1000",
              "2".getBytes(StandardCharsets.UTF_8));
      Wire.readUntil(outbox.topic(), records -> seen(records, "large").contains("4"));
      assertThat(seen(Wire.readAll(outbox.topic()), "large")).containsExactly("1", "2", "3", "4");
      await().until(() -> outbox.rows() == 0);
      assertThat(outbox.table().blocked()).isZero();
      assertThat(outbox.table().oldestAgeSeconds()).isZero();
    }
  }

  @Test
  @DisplayName("Kafka away and back: events wait in the table, then all come, each key in order")
  void kafkaAwayAndBack() throws Exception {
    try (OutboxFixture outbox = new OutboxFixture(1)) {
      OutboxRelay relay = outbox.relay();
      relay.start();
      change(outbox, 30);
      Wire.readUntil(outbox.topic(), records -> distinct(records) == 30);
      await().until(() -> outbox.rows() == 0);
      TestKafka.whileFrozen(() -> {
        change(outbox, 30);
        // Longer than a commit waits: the relay has given up one batch and doubts its lease.
        await().atMost(Duration.ofSeconds(20)).until(() -> outbox.table().oldestAgeSeconds() > 6);
        assertThat(outbox.rows()).isEqualTo(30);
        assertThat(relay.isAlive()).isTrue();
      });
      change(outbox, 30);
      List<Wire.Read> records = Wire.readUntil(outbox.topic(), read -> distinct(read) >= 90);
      assertThat(firstDeliveries(records))
          .allSatisfy((key, seen) -> assertThat(seen).isEqualTo(outbox.versions(key)));
      await().atMost(Duration.ofSeconds(20)).until(() -> outbox.rows() == 0);
    }
  }

  private static void change(OutboxFixture outbox, int times) {
    for (int i = 0; i < times; i++) {
      outbox.change("key-" + i % 3, true);
    }
  }

  private static List<String> seen(List<Wire.Read> records, String key) {
    return firstDeliveries(records).getOrDefault(key, List.of());
  }
}
