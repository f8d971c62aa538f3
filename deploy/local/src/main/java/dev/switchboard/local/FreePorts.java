package dev.switchboard.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.stream.IntStream;

/**
 * Finds ports for a whole suite, so that several can run on one machine: below those that systems
 * give to outgoing connections, so that they stay free until they are used.
 */
public final class FreePorts {
  private static final int LOWEST_PORT = 20_000;
  private static final int HIGHEST_PORT = 31_000;
  private static final int PORTS = 26;

  private FreePorts() {}

  /** The first of as many free ports in a row as a suite needs. */
  public static int base() {
    SecureRandom random = new SecureRandom();
    return IntStream.generate(() -> random.nextInt(LOWEST_PORT, HIGHEST_PORT))
        .limit(100)
        .filter(FreePorts::allFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + PORTS + " free ports in a row"));
  }

  private static boolean allFree(int base) {
    return IntStream.range(base, base + PORTS).allMatch(FreePorts::isFree);
  }

  private static boolean isFree(int port) {
    try {
      new ServerSocket(port).close();
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
