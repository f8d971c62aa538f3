package dev.switchboard.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * How the suite is started.
 *
 * @param project the folder of the repository
 * @param port of the gateway; the ports of the other parts follow it
 * @param mailPort of the page that shows the mails
 * @param paymentPort of the payment provider for development and its card page
 * @param data folder of all data
 * @param demo whether an empty suite gets a demo account
 * @param trainAot whether caches for quicker starts are made
 * @param environment of each service, beyond what the launcher gives it
 */
public record Options(
    Path project,
    int port,
    int mailPort,
    int paymentPort,
    Path data,
    boolean demo,
    boolean trainAot,
    Map<String, String> environment) {
  static final String HELP =
      """
      Starts Switchboard on this machine: PostgreSQL, Kafka, a mail sink, a payment provider for
      development and the five services.

        --port N          port of console and API (default 8080); other ports: N+1 to N+24
        --mail-port N     port of the page with the mails (default 8025)
        --payment-port N  port of the payment provider for development (default 8026)
        --data FOLDER     where all data is kept (default .switchboard)
        --empty           no demo account
        --help            this text
      """;
  private static final int DEFAULT_PORT = 8080;
  private static final int DEFAULT_MAIL_PORT = 8025;
  private static final int DEFAULT_PAYMENT_PORT = 8026;
  private static final int HIGHEST_PORT = 65_500;

  /**
   * Reads the command line.
   *
   * @throws UsageException when it can't be understood
   */
  static Options parse(Path project, List<String> arguments) {
    Options options =
        new Options(
            project,
            DEFAULT_PORT,
            DEFAULT_MAIL_PORT,
            DEFAULT_PAYMENT_PORT,
            Path.of(".switchboard"),
            true,
            true,
            Map.of());
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String name = rest.removeFirst();
      options =
          switch (name) {
            case "--port" -> options.withPort(port(name, rest));
            case "--mail-port" -> options.withMailPort(port(name, rest));
            case "--payment-port" -> options.withPaymentPort(port(name, rest));
            case "--data" -> options.withData(Path.of(value(name, rest)));
            case "--empty" -> options.withoutDemo();
            default -> throw new UsageException("Unknown option " + name + "; see --help.");
          };
    }
    return options;
  }

  /** The same on another port. */
  public Options withPort(int newPort) {
    return new Options(project, newPort, mailPort, paymentPort, data, demo, trainAot, environment);
  }

  /** The same with the mails on another port. */
  public Options withMailPort(int newPort) {
    return new Options(project, port, newPort, paymentPort, data, demo, trainAot, environment);
  }

  /** The same with the payment provider on another port. */
  public Options withPaymentPort(int newPort) {
    return new Options(project, port, mailPort, newPort, data, demo, trainAot, environment);
  }

  /** The same with another data folder. */
  public Options withData(Path folder) {
    return new Options(project, port, mailPort, paymentPort, folder, demo, trainAot, environment);
  }

  /** The same without a demo account. */
  public Options withoutDemo() {
    return new Options(project, port, mailPort, paymentPort, data, false, trainAot, environment);
  }

  /** The same with services that have this in their environment. */
  public Options withEnvironment(Map<String, String> its) {
    return new Options(project, port, mailPort, paymentPort, data, demo, trainAot, Map.copyOf(its));
  }

  /** For tests and benchmarks: nothing but the suite, in this folder. */
  public static Options bare(Path project, Path data, int port) {
    return new Options(project, port, port + 24, port + 25, data, false, false, Map.of());
  }

  private static int port(String name, Deque<String> rest) {
    String text = value(name, rest);
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      throw new UsageException(name + " needs a number, not " + text + ".");
    }
    throw new UsageException(name + " must be between 1 and " + HIGHEST_PORT + ".");
  }

  private static String value(String name, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new UsageException(name + " needs a value; see --help.");
    }
    return rest.removeFirst();
  }
}
