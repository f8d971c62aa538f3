package dev.switchboard.platform.observability;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.platform.testing.MeterChecks;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeterChecksTest {
  private static final String SERVICE = "notification-service";

  private final MeterRegistry meters = new SimpleMeterRegistry();

  @Test
  @DisplayName("a missing meter, and an event that is not counted or not the service's, are found")
  void finds() {
    assertThatThrownBy(() -> MeterChecks.check(meters, SERVICE))
        .hasMessageContaining("switchboard.outbox.age");
    MeterChecks.OF_ALL.forEach(meters::counter);
    count("mail.queued", "mail.sent");
    assertThatThrownBy(() -> MeterChecks.check(meters, SERVICE))
        .hasMessageContaining("mail.failed");
    count("mail.failed");
    assertThatCode(() -> MeterChecks.check(meters, SERVICE)).doesNotThrowAnyException();
    assertThatThrownBy(() -> MeterChecks.check(meters, SERVICE, "switchboard.moon"))
        .hasMessageContaining("switchboard.moon");
    count("user.invited");
    assertThatThrownBy(() -> MeterChecks.check(meters, SERVICE))
        .hasMessageContaining("user.invited");
  }

  private void count(String... types) {
    List.of(types).forEach(type -> meters.counter("switchboard.events.written", "type", type));
  }
}
