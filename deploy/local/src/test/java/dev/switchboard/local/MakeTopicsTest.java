package dev.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MakeTopicsTest {

  @Test
  @DisplayName("The environment says how the client is let in")
  void environmentBecomesSettings() {
    assertThat(
            MakeTopics.client(
                Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS", "b1:9092,b2:9092",
                    "KAFKA_CLIENT_SECURITY_PROTOCOL", "SASL_SSL",
                    "KAFKA_CLIENT_SASL_JAAS_CONFIG", "module required;",
                    "PATH", "/bin")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "bootstrap.servers", "b1:9092,b2:9092",
                "security.protocol", "SASL_SSL",
                "sasl.jaas.config", "module required;"));
  }

  @Test
  @DisplayName("Without brokers it says what is missing")
  void brokersAreRequired() {
    assertThatThrownBy(() -> MakeTopics.client(Map.of()))
        .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS");
  }
}
