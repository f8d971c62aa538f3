package dev.switchboard.numbering.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberOrderTest {
  private static final Instant NOW = Instant.parse("2026-11-02T14:03:05Z");
  private static final Duration GIVE_UP = Duration.ofMinutes(10);
  private static final Duration CLEAN_UP = Duration.ofHours(1);

  @ParameterizedTest
  @DisplayName("F1 an order without an answer is tried again after 1, 2, 4 … seconds, at most 30")
  @CsvSource({"1, 1", "2, 2", "3, 4", "5, 16", "6, 30", "60, 30"})
  void pauses(int attempts, long seconds) {
    NumberOrder waiting = order(attempts).unanswered(NOW.plusSeconds(60), GIVE_UP, CLEAN_UP);

    assertThat(waiting.state()).isEqualTo(NumberOrder.State.PENDING);
    assertThat(waiting.nextTryAt()).isEqualTo(NOW.plusSeconds(60 + seconds));
  }

  @Test
  @DisplayName("F1 after ten minutes it has failed, and an hour later the carrier is asked again")
  void givesUp() {
    NumberOrder failed = order(20).unanswered(NOW.plus(GIVE_UP), GIVE_UP, CLEAN_UP);

    assertThat(failed.state()).isEqualTo(NumberOrder.State.FAILED);
    assertThat(failed.reason()).isEqualTo(NumberOrder.Reason.TIMED_OUT);
    assertThat(failed.nextTryAt()).isEqualTo(NOW.plus(GIVE_UP).plus(CLEAN_UP));
    assertThat(failed.cleanedUp().nextTryAt()).isNull();
  }

  @Test
  @DisplayName("F1 what is settled stays settled")
  void settledOnce() {
    NumberOrder active = order(1).fulfil(Ids.next());
    NumberOrder failed = order(1).fail(NumberOrder.Reason.NOT_AVAILABLE, null);

    assertThat(active.nextTryAt()).isNull();
    assertThatThrownBy(() -> active.fail(NumberOrder.Reason.TIMED_OUT, null))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> failed.fulfil(Ids.next())).isInstanceOf(IllegalStateException.class);
  }

  private static NumberOrder order(int attempts) {
    return new NumberOrder(
        Ids.next(),
        new AccountId(Ids.next()),
        new E164("+12025550143"),
        null,
        true,
        Ids.next(),
        NumberOrder.State.PENDING,
        null,
        NOW,
        attempts,
        null,
        NOW);
  }
}
