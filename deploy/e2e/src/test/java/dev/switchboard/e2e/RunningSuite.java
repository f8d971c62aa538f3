package dev.switchboard.e2e;

import dev.switchboard.local.Options;
import dev.switchboard.local.Progress;
import dev.switchboard.local.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.IntStream;

/** The suite that all tests of this module share: started once, on free ports, with empty data. */
public final class RunningSuite {
  private static final int LOWEST_PORT = 20_000;
  private static final int HIGHEST_PORT = 31_000;
  private static final int PORTS = 25;

  private RunningSuite() {}

  private static final class Holder {
    private static final Suite SUITE = start();

    private static Suite start() {
      try {
        Path data = Files.createTempDirectory("switchboard-e2e-");
        return Suite.start(
            Options.bare(Path.of("../.."), data, freeBasePort()), new Progress(System.out));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The suite; the first call starts it and takes up to a minute. */
  public static Suite get() {
    return Holder.SUITE;
  }

  private static int freeBasePort() {
    SecureRandom random = new SecureRandom();
    return IntStream.generate(() -> random.nextInt(LOWEST_PORT, HIGHEST_PORT))
        .limit(100)
        .filter(RunningSuite::allFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + PORTS + " free ports in a row"));
  }

  private static boolean allFree(int base) {
    return IntStream.range(base, base + PORTS).allMatch(RunningSuite::isFree);
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
