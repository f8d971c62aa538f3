package dev.switchboard.e2e.fault;

import dev.switchboard.local.Suite;
import dev.switchboard.local.process.ManagedProcess;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does the faults of a run, one after the other, beside the load. */
final class Faults {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Suite suite;
  private final List<Fault> faults;
  private final Consumer<String> progress;
  private final Thread thread;
  private volatile @Nullable Throwable failure;

  Faults(Suite suite, List<Fault> faults, Consumer<String> progress) {
    this.suite = suite;
    this.faults = faults;
    this.progress = progress;
    this.thread = Thread.ofPlatform().daemon().name("faults").unstarted(this::run);
    thread.setUncaughtExceptionHandler((each, cause) -> failure = cause);
  }

  void start() {
    thread.start();
  }

  /** Waits for the last one. */
  void finish() throws InterruptedException {
    if (!thread.join(PATIENCE)) {
      throw new IllegalStateException("the faults do not end");
    }
    if (failure != null) {
      throw new IllegalStateException("a fault could not be done", failure);
    }
  }

  private void run() {
    try {
      for (Fault fault : faults) {
        Thread.sleep(fault.after());
        progress.accept(fault.toString());
        hit(suite.process(fault.process()), fault);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void hit(ManagedProcess process, Fault fault) throws InterruptedException {
    if (fault.isKill()) {
      awaitAlive(process);
      process.kill9();
      return;
    }
    process.pause();
    try {
      Thread.sleep(fault.frozen());
    } finally {
      process.resume();
    }
  }

  /** What was killed a moment ago may be between two lives; a dead one can't be killed. */
  private static void awaitAlive(ManagedProcess process) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!process.isAlive()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            process.name() + " does not come back; see " + process.log());
      }
      Thread.sleep(50);
    }
  }
}
