package dev.switchboard.numbering;

import dev.switchboard.platform.testing.MeterChecks;
import dev.switchboard.platform.testing.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class MetersTest {
  @Autowired private MeterRegistry meters;

  @Test
  @DisplayName("what dashboards and alerts are made of is there from the start, all events counted")
  void complete() {
    MeterChecks.check(meters, "numbering-service");
  }
}
