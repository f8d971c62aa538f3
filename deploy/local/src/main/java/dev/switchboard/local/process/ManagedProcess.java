package dev.switchboard.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One process of the suite. It is started again when it dies, after a pause that grows while it
 * keeps dying, until it is stopped.
 */
public final class ManagedProcess {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration STABLE = Duration.ofSeconds(30);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private final PidFile pidFile;
  private final Runnable beforeStart;
  private final Object lock = new Object();
  private @Nullable Process process;
  private boolean wanted;
  private int starts;

  /**
   * A process that is not started yet.
   *
   * @param name for its log and pid file
   * @param beforeStart run before each start, to clear away what a crash left
   */
  public ManagedProcess(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path logs,
      Path pids,
      Runnable beforeStart) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.log = logs.resolve(name + ".log");
    this.pidFile = new PidFile(pids.resolve(name + ".pid"));
    this.beforeStart = beforeStart;
  }

  public String name() {
    return name;
  }

  /** Where it writes what it has to say. */
  public Path log() {
    return log;
  }

  /** How often it was started. */
  public int starts() {
    synchronized (lock) {
      return starts;
    }
  }

  /** Starts it and keeps it running. */
  public void start() {
    synchronized (lock) {
      wanted = true;
      launch();
    }
    Thread.ofPlatform().daemon().name("watch-" + name).start(this::watch);
  }

  /** The number that the system knows it by. */
  public long pid() {
    return current().pid();
  }

  /** Whether it runs right now. */
  public boolean isAlive() {
    synchronized (lock) {
      return process != null && process.isAlive();
    }
  }

  /** Ends it as SIGTERM does, after a while as SIGKILL; it is not started again. */
  public void stop() {
    Process current;
    synchronized (lock) {
      wanted = false;
      current = process;
      lock.notifyAll();
    }
    if (current == null) {
      return;
    }
    current.destroy();
    try {
      if (!current.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        current.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      current.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    pidFile.delete();
  }

  /** SIGKILL: it dies at once, and is started again. */
  public void kill9() {
    Signals.send("KILL", current().pid());
  }

  /** SIGSTOP: it freezes, with the processes that it has started. */
  public void pause() {
    signalAll("STOP");
  }

  /** SIGCONT: it goes on. */
  public void resume() {
    signalAll("CONT");
  }

  private void signalAll(String signal) {
    ProcessHandle handle = current().toHandle();
    Signals.send(signal, handle.pid());
    handle.descendants().forEach(child -> Signals.send(signal, child.pid()));
  }

  private Process current() {
    synchronized (lock) {
      return Objects.requireNonNull(process, "not started");
    }
  }

  private void launch() {
    try {
      beforeStart.run();
      rotateLog();
      List<String> line = new ArrayList<>(command);
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.environment().putAll(environment);
      Process started = builder.start();
      process = started;
      starts++;
      pidFile.write(started.toHandle());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The log of the run before is kept. */
  private void rotateLog() throws IOException {
    if (starts == 0 && Files.exists(log)) {
      Files.move(log, log.resolveSibling(name + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Not when it was stopped; who starts it anew after that has a watcher of his own. */
  private boolean isToReturn(Process ended) {
    return wanted && ended.equals(process);
  }

  private void watch() {
    Duration pause = FIRST_PAUSE;
    try {
      while (true) {
        Process current;
        synchronized (lock) {
          if (!wanted) {
            return;
          }
          current = Objects.requireNonNull(process);
        }
        long began = System.nanoTime();
        current.waitFor();
        boolean wasStable = System.nanoTime() - began > STABLE.toNanos();
        pause = wasStable ? FIRST_PAUSE : pause;
        synchronized (lock) {
          if (isToReturn(current)) {
            lock.wait(pause.toMillis());
          }
          if (!isToReturn(current)) {
            return;
          }
          launch();
        }
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                ? LONGEST_PAUSE
                : pause.multipliedBy(2);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
