package dev.switchboard.platform.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/**
 * A free port on localhost that stays free between two uses: below those that systems give to
 * outgoing connections, one of which would sooner or later sit on it.
 */
public final class FreePort {
  private static final int LOWEST = 12_000;
  private static final int BEYOND = 20_000;
  private static final int TRIES = 100;

  private FreePort() {}

  /** Any such port; another one each time, as far as chance goes. */
  public static int next() {
    return new SecureRandom()
        .ints(LOWEST, BEYOND)
        .limit(TRIES)
        .filter(FreePort::isFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no free port in " + TRIES + " tries"));
  }

  private static boolean isFree(int port) {
    try {
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
