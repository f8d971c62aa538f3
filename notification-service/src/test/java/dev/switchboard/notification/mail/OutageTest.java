package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutageTest {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Outage outage = new Outage(LONGEST);

  @Test
  @DisplayName("J2 at start the server is looked at before any mail is claimed")
  void beginsWithALook() {
    assertThat(outage.isDown()).isTrue();
    assertThat(outage.untilNextLook()).isLessThanOrEqualTo(Duration.ZERO);
  }

  @Test
  @DisplayName("J2 looks at a server that is down grow apart up to 5 s, and are announced once")
  void looksGrowApart() {
    assertThat(outage.lasts()).isTrue();
    assertThat(outage.untilNextLook()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    for (int i = 0; i < 10; i++) {
      assertThat(outage.lasts()).isFalse();
    }
    assertThat(outage.untilNextLook()).isBetween(Duration.ofSeconds(4), LONGEST);
  }

  @Test
  @DisplayName("J2 a new outage begins with a short pause again")
  void newOutage() {
    outage.lasts();
    outage.lasts();
    assertThat(outage.ends()).isTrue();
    assertThat(outage.isDown()).isFalse();

    outage.begins();

    assertThat(outage.isDown()).isTrue();
    assertThat(outage.untilNextLook()).isLessThanOrEqualTo(Duration.ofMillis(500));
    assertThat(outage.ends()).as("a blip nobody was told of").isFalse();
  }
}
