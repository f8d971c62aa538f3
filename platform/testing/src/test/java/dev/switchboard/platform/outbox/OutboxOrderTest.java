package dev.switchboard.platform.outbox;

import static dev.switchboard.platform.outbox.OutboxFixture.distinct;
import static dev.switchboard.platform.outbox.OutboxFixture.firstDeliveries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.switchboard.platform.sample.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutboxOrderTest {
  private static final int WRITERS = 16;
  private static final int CHANGES = 28;
  private static final int KEYS = 6;

  @Test
  @DisplayName("16 writers, two relays: every committed event comes, each key in order")
  void orderOfAKeyIsKept() throws Exception {
    try (OutboxFixture outbox = new OutboxFixture(2)) {
      outbox.relay().start();
      outbox.relay().start();
      write(outbox);
      expectAll(outbox);
    }
  }

  @Test
  @DisplayName("relays that come and go under 16 writers lose nothing and keep each key's order")
  void relaysComeAndGo() throws Exception {
    try (OutboxFixture outbox = new OutboxFixture(2)) {
      OutboxRelay current = outbox.relay();
      current.start();
      for (int i = 0; i < 3; i++) {
        OutboxRelay next = outbox.relay();
        next.start();
        write(outbox);
        current.stop();
        current = next;
      }
      expectAll(outbox);
    }
  }

  @Test
  @DisplayName("an event outside a transaction is refused; a rolled back one is never sent")
  void belongsToATransaction() throws Exception {
    try (OutboxFixture outbox = new OutboxFixture(1)) {
      assertThatIllegalStateException().isThrownBy(() -> outbox.add("key", 0));
      outbox
          .transaction()
          .executeWithoutResult(status -> {
            outbox.add("key", 1);
            status.setRollbackOnly();
          });
      outbox.addCommitted("key", 2);
      outbox.relay().start();
      assertThat(Wire.readUntil(outbox.topic(), records -> !records.isEmpty()))
          .extracting(Wire.Read::value)
          .containsExactly("2");
      await().until(() -> outbox.rows() == 0);
    }
  }

  /** Every seventh change is rolled back. */
  private static void write(OutboxFixture outbox) throws Exception {
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        all.add(
            writers.submit(() ->
                IntStream.range(0, CHANGES).forEach(i -> outbox.change(anyKey(), i % 7 != 6))));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
  }

  private static String anyKey() {
    return "key-" + ThreadLocalRandom.current().nextInt(KEYS);
  }

  private static void expectAll(OutboxFixture outbox) {
    int committed = outbox.committed();
    List<Wire.Read> records = Wire.readUntil(outbox.topic(), read -> distinct(read) >= committed);
    assertThat(distinct(records)).isEqualTo(committed);
    assertThat(firstDeliveries(records))
        .hasSize(KEYS)
        .allSatisfy((key, seen) -> assertThat(seen).isEqualTo(outbox.versions(key)));
    await().until(() -> outbox.rows() == 0);
  }
}
