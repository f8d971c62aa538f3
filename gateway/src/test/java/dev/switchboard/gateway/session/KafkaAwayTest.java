package dev.switchboard.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.gateway.testing.GatewayTest;
import dev.switchboard.gateway.testing.StubSessions;
import dev.switchboard.platform.testing.TestKafka;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KafkaAwayTest extends GatewayTest {

  @Test
  @DisplayName(
      "A4 Without Kafka a session is asked for again every 5 s, and kept again when it is back")
  void tokensAreKeptShortlyWithoutKafka() throws Exception {
    awaitEndsSeen();
    StubSessions.Session session = SESSIONS.open();
    status(session);
    SESSIONS.countAndReset();

    TestKafka.whileFrozen(() -> {
      time.advance(Duration.ofSeconds(4));
      assertThat(gauge("switchboard.gateway.session.ends.seen")).isZero();
      assertThat(status(session)).isEqualTo(200);
      assertThat(SESSIONS.countAndReset()).as("exchanged 4 s ago").isZero();

      time.advance(Duration.ofSeconds(2));
      assertThat(status(session)).isEqualTo(200);
      assertThat(status(session)).isEqualTo(200);
      assertThat(SESSIONS.countAndReset()).as("once in 5 s").isEqualTo(1);

      SESSIONS.end(session);
      time.advance(Duration.ofSeconds(5));
      assertThat(status(session)).isEqualTo(401);
    });

    StubSessions.Session later = SESSIONS.open();
    awaitEndsSeen();
    assertThat(status(later)).isEqualTo(200);
    pass(Duration.ofSeconds(20));
    assertThat(status(later)).isEqualTo(200);
    assertThat(SESSIONS.countAndReset()).as("for both sessions").isEqualTo(2);
  }

  private int status(StubSessions.Session session) {
    try {
      return get("/api/v1/users").as(session).status();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
