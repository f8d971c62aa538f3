package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RetryPausesTest {
  private static final RandomGenerator WITHOUT_JITTER = () -> 0L;

  @Test
  @DisplayName("J2 pauses double from 5 s to 1 h")
  void pausesGrow() {
    RetryPauses pauses = pauses(WITHOUT_JITTER);

    assertThat(pauses.after(1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(pauses.after(2)).isEqualTo(Duration.ofSeconds(10));
    assertThat(pauses.after(3)).isEqualTo(Duration.ofSeconds(20));
    assertThat(pauses.after(10)).isEqualTo(Duration.ofSeconds(2560));
    assertThat(pauses.after(11)).isEqualTo(Duration.ofHours(1));
  }

  @Property
  @Label("J2 a pause is never longer than 1 h nor shorter than 4 s, however many failures")
  void pausesAreBounded(@ForAll @IntRange(min = 1) int failures, @ForAll long seed) {
    assertThat(pauses(new Random(seed)).after(failures))
        .isBetween(Duration.ofSeconds(4), Duration.ofHours(1));
  }

  private static RetryPauses pauses(RandomGenerator random) {
    return new RetryPauses(Duration.ofSeconds(5), Duration.ofHours(1), random);
  }
}
