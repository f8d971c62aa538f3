package dev.switchboard.e2e;

import dev.switchboard.local.Progress;
import java.time.Duration;
import java.util.concurrent.Callable;

/** The steps of a long run: each is printed with the seconds that it took. */
public final class Steps {
  private final Progress progress = new Progress(System.out);

  /** What is done. */
  public interface Step {
    void run() throws Exception;
  }

  /** Does it. */
  public void take(String what, Step step) throws Exception {
    result(
        what,
        () -> {
          step.run();
          return what;
        });
  }

  /** Does it; returns what it gives. */
  public <T> T result(String what, Callable<T> step) throws Exception {
    long began = System.nanoTime();
    T given = step.call();
    double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    progress.say("%s: %.1f s".formatted(what, seconds));
    return given;
  }
}
