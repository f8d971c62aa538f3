package dev.switchboard.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends signals, which Java itself has only two of. */
final class Signals {

  private Signals() {}

  static void send(String signal, long pid) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
