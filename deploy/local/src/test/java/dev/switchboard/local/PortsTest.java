package dev.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
  private static final Ports PORTS = new Ports(8080, 8025);

  @Test
  void everyPartHasItsOwn() {
    IntStream services = Ports.SERVICES.stream().mapToInt(PORTS::of);
    IntStream probes = Ports.SERVICES.stream().mapToInt(PORTS::management);
    IntStream servers =
        IntStream.of(
            PORTS.postgres(),
            PORTS.kafka(),
            PORTS.kafkaController(),
            PORTS.smtp(),
            PORTS.mailPage());
    assertThat(Stream.of(services, probes, servers).flatMapToInt(ports -> ports).boxed())
        .doesNotHaveDuplicates()
        .hasSize(15);
  }

  @Test
  void takenPortIsNamedWithItsOption() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      assertThatThrownBy(new Ports(40_000, port)::requireFree)
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "Port %d (for the page with the mails) is taken by another program. Choose another with --mail-port.",
              port);
      assertThatThrownBy(new Ports(port - 21, 40_100)::requireFree)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("Port " + port + " (for Kafka) is taken")
          .hasMessageContaining("--port");
    }
  }
}
