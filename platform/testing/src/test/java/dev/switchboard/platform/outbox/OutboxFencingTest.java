package dev.switchboard.platform.outbox;

import static dev.switchboard.platform.outbox.OutboxFixture.distinct;
import static dev.switchboard.platform.outbox.OutboxFixture.firstDeliveries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.platform.outbox.FreezingProducer.Point;
import dev.switchboard.platform.sample.Wire;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxFencingTest {
  private static final int EVENTS = 30;

  @Test
  @DisplayName("rows are deleted only after Kafka's commit; before it, consumers see nothing")
  void deletesAfterCommit() throws Exception {
    try (OutboxFixture outbox = new OutboxFixture(1)) {
      FreezingProducer freezer = new FreezingProducer(Point.BEFORE_COMMIT);
      change(outbox, EVENTS);
      outbox.startShard("frozen", freezer::around);
      freezer.awaitFrozen();
      assertThat(outbox.rows()).isEqualTo(EVENTS);
      assertThat(Wire.readAll(outbox.topic())).isEmpty();
      freezer.thaw();
      await().until(() -> outbox.rows() == 0);
      expectAll(outbox, EVENTS);
      assertThat(Wire.readAll(outbox.topic())).hasSize(EVENTS);
    }
  }

  @ParameterizedTest
  @DisplayName("a relay that freezes for ever is replaced: nothing lost, each key in order")
  @EnumSource
  void frozenRelayIsReplaced(Point point) throws Exception {
    try (OutboxFixture outbox = new OutboxFixture(1)) {
      FreezingProducer freezer = new FreezingProducer(point);
      change(outbox, EVENTS);
      outbox.startShard("frozen", freezer::around);
      freezer.awaitFrozen();
      change(outbox, EVENTS);
      outbox.startShard("second", real -> real);
      expectAll(outbox, 2 * EVENTS);
      await().until(() -> outbox.rows() == 0);
      freezer.thaw();
    }
  }

  @ParameterizedTest
  @DisplayName("a relay that thaws after its lease is fenced, and takes over again when asked")
  @EnumSource
  void thawedRelayIsFenced(Point point) throws Exception {
    try (OutboxFixture outbox = new OutboxFixture(1)) {
      FreezingProducer freezer = new FreezingProducer(point);
      change(outbox, EVENTS);
      Thread frozen = outbox.startShard("frozen", freezer::around);
      freezer.awaitFrozen();
      OutboxRelay second = outbox.relay();
      second.start();
      await().until(() -> outbox.rows() == 0);
      int sentBySecond = Wire.readAll(outbox.topic()).size();
      freezer.thaw();
      change(outbox, EVENTS);
      expectAll(outbox, 2 * EVENTS);
      assertThat(Wire.readAll(outbox.topic())).hasSize(sentBySecond + EVENTS);
      second.stop();
      change(outbox, EVENTS);
      expectAll(outbox, 3 * EVENTS);
      assertThat(frozen.isAlive()).isTrue();
    }
  }

  private static void change(OutboxFixture outbox, int times) {
    for (int i = 0; i < times; i++) {
      outbox.change("key-" + i % 3, true);
    }
  }

  private static void expectAll(OutboxFixture outbox, int count) {
    List<Wire.Read> records = Wire.readUntil(outbox.topic(), read -> distinct(read) >= count);
    assertThat(distinct(records)).isEqualTo(count);
    assertThat(firstDeliveries(records))
        .allSatisfy((key, seen) -> assertThat(seen).isEqualTo(outbox.versions(key)));
  }
}
