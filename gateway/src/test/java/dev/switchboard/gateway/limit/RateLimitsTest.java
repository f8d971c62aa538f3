package dev.switchboard.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.gateway.problem.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class RateLimitsTest {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final RateLimits limits =
      new RateLimits(
          new LimitProperties(
              DataSize.ofMegabytes(1),
              Duration.ofSeconds(20),
              10,
              Map.of("one", new LimitProperties.Rate(1, 1))),
          () -> 0,
          metrics);

  @ParameterizedTest
  @CsvSource({
    "2001:db8:0:1::1,             2001:db8:0:1:ffff:ffff:ffff:ffff",
    "2001:db8:0:1:0:0:0:1,        2001:db8:0:1::2",
    "2001:db8:0:1::1%0,           2001:db8:0:1::1%0",
    "::ffff:10.1.2.3,             ::ffff:10.1.2.3",
    "10.1.2.3,                    10.1.2.3",
    "not:an:address,              not:an:address"
  })
  @DisplayName("Addresses of one client share a rate: the same address, or one IPv6 network of /64")
  void sameClient(String first, String second) {
    limits.take("one", first);
    assertThatThrownBy(() -> limits.take("one", second)).isInstanceOf(Refusal.class);
    assertThat(metrics.counter("switchboard.gateway.rate.refused", "rate", "one").count())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:0:1::1, 2001:db8:0:2::1",
    "10.1.2.3,        10.1.2.4",
    "::1,             10.1.2.3"
  })
  @DisplayName("Other clients have their own rate")
  void otherClient(String first, String second) {
    limits.take("one", first);
    limits.take("one", second);
  }

  @Test
  @DisplayName("A rate without measures is a mistake of the configuration, not an open door")
  void unknownRateFails() {
    assertThatThrownBy(() -> limits.take("other", "10.1.2.3"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new LimitProperties.Rate(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
