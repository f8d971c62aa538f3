package dev.switchboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.gateway.testing.GatewayTest;
import io.micrometer.core.instrument.Meter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MetersTest extends GatewayTest {

  @Test
  @DisplayName("what dashboards and alerts are made of is there from the start")
  void complete() {
    assertThat(metrics.getMeters().stream().map(Meter::getId).map(Meter.Id::getName))
        .contains(
            "switchboard.gateway.requests.under.way",
            "switchboard.gateway.session.ends.seen",
            "switchboard.gateway.rate.refused",
            "resilience4j.circuitbreaker.state",
            "resilience4j.circuitbreaker.calls",
            "jvm.memory.usage.after.gc",
            "process.cpu.usage");
    assertThat(tags("switchboard.gateway.rate.refused", "rate"))
        .contains("sign-up", "sign-in", "link", "password-reset");
    assertThat(tags("resilience4j.circuitbreaker.state", "name"))
        .contains("user-service", "numbering-service", "billing-service");
  }

  private Stream<String> tags(String name, String tag) {
    return metrics.find(name).meters().stream()
        .map(meter -> String.valueOf(meter.getId().getTag(tag)));
  }
}
