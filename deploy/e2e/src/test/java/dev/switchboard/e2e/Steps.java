package dev.switchboard.e2e;

import dev.switchboard.local.Progress;
import java.time.Duration;

/** The steps of a long run: each is printed with the seconds that it took. */
public final class Steps {
  private final Progress progress = new Progress(System.out);

  /** What is done. */
  public interface Step {
    void run() throws Exception;
  }

  /** Does it; returns how long it took. */
  public Duration take(String what, Step step) throws Exception {
    long began = System.nanoTime();
    step.run();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    progress.say("%s: %.1f s".formatted(what, took.toMillis() / 1000.0));
    return took;
  }
}
