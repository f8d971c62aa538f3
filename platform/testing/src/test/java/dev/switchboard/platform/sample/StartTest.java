package dev.switchboard.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.sample.SampleEnvironment.StartWarnings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StartTest extends SampleTest {
  @Autowired private StartWarnings warnings;

  @Test
  @DisplayName("a service starts without a warning")
  void startsWithoutWarning() {
    assertThat(warnings.messages()).isEmpty();
  }

  @Test
  @DisplayName("live and ready, with the relay, the consumers and the database looked at")
  void isHealthy() {
    assertThat(call(toManagement("/actuator/health/readiness")).statusCode()).isEqualTo(200);
    assertThat(call(toManagement("/actuator/health/liveness")).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("the metrics that alerts are made of are there")
  void tellsMetrics() {
    assertThat(call(toManagement("/actuator/prometheus")).body())
        .contains(
            "switchboard_outbox_age_seconds{application=\"sample-service\"}",
            "switchboard_outbox_blocked{",
            "switchboard_inbox_dead{",
            "switchboard_inbox_waiting{",
            "kafka_consumer_fetch_manager_records_lag");
  }
}
