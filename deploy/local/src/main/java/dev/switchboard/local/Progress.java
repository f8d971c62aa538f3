package dev.switchboard.local;

import java.io.PrintStream;
import java.time.Duration;

/** Tells the user how far it is. */
public final class Progress {
  private final PrintStream out;
  private final long began = System.nanoTime();

  /** Tells on this stream. */
  public Progress(PrintStream out) {
    this.out = out;
  }

  /** One line with the seconds since the start. */
  public void say(String line) {
    double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    out.printf("%6.1f s  %s%n", seconds, line);
    out.flush();
  }

  /** One line as it is. */
  void tell(String line) {
    out.println(line);
    out.flush();
  }
}
