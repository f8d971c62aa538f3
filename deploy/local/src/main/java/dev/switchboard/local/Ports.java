package dev.switchboard.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which part listens where.
 *
 * @param gateway the port that all others follow
 * @param mailPage port of the page with the mails
 * @param paymentProvider port of the payment provider for development
 */
public record Ports(int gateway, int mailPage, int paymentProvider) {
  /** The services behind the gateway, in the order of their ports. */
  static final List<String> SERVICES =
      List.of(
          "gateway",
          "user-service",
          "numbering-service",
          "billing-service",
          "notification-service");

  private static final int MANAGEMENT = 10;
  private static final int POSTGRES = 20;
  private static final int KAFKA = 21;
  private static final int KAFKA_CONTROLLER = 22;
  private static final int SMTP = 23;

  /** The HTTP port of a service. */
  public int of(String service) {
    int index = SERVICES.indexOf(service);
    if (index < 0) {
      throw new IllegalArgumentException("no service " + service);
    }
    return gateway + index;
  }

  /** The port of a service's probes and metrics. */
  public int management(String service) {
    return of(service) + MANAGEMENT;
  }

  public int postgres() {
    return gateway + POSTGRES;
  }

  public int kafka() {
    return gateway + KAFKA;
  }

  public int kafkaController() {
    return gateway + KAFKA_CONTROLLER;
  }

  public int smtp() {
    return gateway + SMTP;
  }

  /**
   * Looks whether all are free.
   *
   * @throws UsageException that names the first one that is taken
   */
  void requireFree() {
    Map<String, Integer> needed = new LinkedHashMap<>();
    for (String service : SERVICES) {
      needed.put(service, of(service));
      needed.put(service + " probes", management(service));
    }
    needed.put("PostgreSQL", postgres());
    needed.put("Kafka", kafka());
    needed.put("Kafka's controller", kafkaController());
    needed.put("SMTP", smtp());
    needed.forEach((what, port) -> requireFree(what, port, "--port"));
    requireFree("the page with the mails", mailPage, "--mail-port");
    requireFree("the payment provider", paymentProvider, "--payment-port");
  }

  private static void requireFree(String what, int port, String option) {
    try {
      new ServerSocket(port).close();
    } catch (IOException taken) {
      throw new UsageException(
          "Port %d (for %s) is taken by another program. Choose another with %s."
              .formatted(port, what, option));
    }
  }
}
