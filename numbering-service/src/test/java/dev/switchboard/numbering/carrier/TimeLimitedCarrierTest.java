package dev.switchboard.numbering.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.numbering.value.E164;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TimeLimitedCarrierTest {
  private static final E164 NUMBER = new E164("+12025550143");
  private static final NumberSearch SEARCH = NumberSearch.in("US");

  @Test
  @DisplayName("F7 a carrier that hangs is waited for no longer than the limit, and interrupted")
  void hangs() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (TimeLimitedCarrier carrier =
        new TimeLimitedCarrier(new Fake(() -> sleep(interrupted)), Duration.ofMillis(50))) {
      assertThatThrownBy(() -> carrier.search(SEARCH))
          .isInstanceOf(CarrierUnavailableException.class)
          .hasMessageContaining("FAKE");
      assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
      assertThatThrownBy(() -> carrier.order(NUMBER))
          .isInstanceOf(CarrierUnavailableException.class);
      assertThatThrownBy(() -> carrier.giveBack(NUMBER))
          .isInstanceOf(CarrierUnavailableException.class);
    }
  }

  @Test
  @DisplayName("F7 answers and failures of the carrier come through as they are")
  void passesThrough() {
    try (TimeLimitedCarrier good = new TimeLimitedCarrier(new Fake(() -> {}), second());
        TimeLimitedCarrier bad =
            new TimeLimitedCarrier(
                new Fake(() -> {
                  throw new IllegalArgumentException("no such thing");
                }),
                second())) {
      assertThat(good.order(NUMBER)).isTrue();
      assertThat(good.search(SEARCH)).isEmpty();
      assertThatThrownBy(() -> bad.order(NUMBER)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Duration second() {
    return Duration.ofSeconds(1);
  }

  private static void sleep(CountDownLatch interrupted) {
    try {
      TimeUnit.SECONDS.sleep(30);
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
  }

  /** Does something before each answer. */
  private record Fake(Runnable before) implements Carrier {

    @Override
    public String name() {
      return "FAKE";
    }

    @Override
    public Set<String> countries() {
      return Set.of("US");
    }

    @Override
    public List<AvailableNumber> search(NumberSearch search) {
      before.run();
      return List.of();
    }

    @Override
    public boolean order(E164 number) {
      before.run();
      return true;
    }

    @Override
    public void giveBack(E164 number) {
      before.run();
    }
  }
}
