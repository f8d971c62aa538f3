package dev.switchboard.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.sample.SampleEnvironment.StartWarnings;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
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
  @DisplayName("liveness looks at relay and consumers, readiness at the database")
  void isHealthy() {
    assertThat(components("liveness")).containsExactly("consumers", "livenessState", "outboxRelay");
    assertThat(components("readiness")).containsExactly("db", "readinessState");
  }

  private Stream<String> components(String group) {
    HttpResponse<String> answer = call(toManagement("/actuator/health/" + group));
    assertThat(answer.statusCode()).isEqualTo(200);
    return json(answer).path("components").propertyNames().stream().sorted();
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
            "switchboard_dead_letters_total{application=\"sample-service\",topic=\"sample.things.v1\"}",
            "switchboard_events_written_total{application=\"sample-service\",type=\"thing.changed\"}",
            "kafka_consumer_fetch_manager_records_lag");
  }
}
