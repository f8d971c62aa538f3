package dev.switchboard.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.platform.sample.Wire;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a restore needs: what was sent lately can be sent again. */
class SentEventsTest {
  private static final String AGAIN = "select send_again()";

  @Test
  @DisplayName("What was sent is sent again in its order, before what was not sent yet")
  void sentAgain() throws Exception {
    try (OutboxFixture outbox = new OutboxFixture(1)) {
      OutboxRelay first = outbox.relay();
      first.start();
      outbox.addCommitted("key", 1);
      outbox.addCommitted("key", 2);
      outbox.addCommitted("other", 0);
      await().until(() -> outbox.rows() == 0);
      first.stop();
      outbox.addCommitted("key", 3);

      assertThat(outbox.jdbc().queryForObject(AGAIN, Long.class)).isEqualTo(3);
      assertThat(outbox.jdbc().queryForObject(AGAIN, Long.class)).isZero();
      outbox.relay().start();
      assertThat(Wire.readUntil(outbox.topic(), records -> records.size() == 7))
          .filteredOn(each -> "key".equals(each.key()))
          .extracting(Wire.Read::value)
          .containsExactly("1", "2", "1", "2", "3");
    }
  }

  @Test
  @DisplayName("What was sent too long ago is forgotten, in steps")
  void forgotten() throws Exception {
    try (OutboxFixture outbox = new OutboxFixture(1)) {
      outbox.relay().start();
      outbox.addCommitted("key", 1);
      outbox.addCommitted("key", 2);
      await().until(() -> outbox.rows() == 0);

      assertThat(outbox.table().forgetSent(Duration.ofHours(1), 10)).isZero();
      assertThat(outbox.table().forgetSent(Duration.ZERO, 1)).isEqualTo(1);
      assertThat(outbox.table().forgetSent(Duration.ZERO, 10)).isEqualTo(1);
      assertThat(outbox.jdbc().queryForObject(AGAIN, Long.class)).isZero();
    }
  }
}
