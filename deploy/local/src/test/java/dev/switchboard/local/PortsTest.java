package dev.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
  private static final Ports PORTS = new Ports(8080, 8025, 8026);

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
            PORTS.mailPage(),
            PORTS.paymentProvider());
    assertThat(Stream.of(services, probes, servers).flatMapToInt(ports -> ports).boxed())
        .doesNotHaveDuplicates()
        .hasSize(16);
  }

  @Test
  void takenPortIsNamedWithItsOption() throws IOException {
    int base = FreePorts.base();
    int mailPage = base + 24;
    try (ServerSocket taken = new ServerSocket(mailPage)) {
      assertThatThrownBy(new Ports(base, taken.getLocalPort(), base + 25)::requireFree)
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "Port %d (for the page with the mails) is taken by another program. Choose another with --mail-port.",
              mailPage);
    }
    try (ServerSocket taken = new ServerSocket(base + 25)) {
      assertThatThrownBy(new Ports(base, mailPage, taken.getLocalPort())::requireFree)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("(for the payment provider) is taken")
          .hasMessageContaining("--payment-port");
    }
    Ports ports = new Ports(base, mailPage, base + 25);
    try (ServerSocket taken = new ServerSocket(ports.kafka())) {
      assertThatThrownBy(ports::requireFree)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " (for Kafka) is taken")
          .hasMessageContaining("--port");
    }
  }
}
