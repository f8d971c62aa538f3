package dev.switchboard.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Remembers a process beyond the life of the launcher, by its id and its start time. */
public final class PidFile {
  private final Path file;

  PidFile(Path file) {
    this.file = file;
  }

  void write(ProcessHandle process) {
    String start = process.info().startInstant().map(Instant::toString).orElse("");
    try {
      Files.writeString(file, process.pid() + " " + start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends whatever a launcher that was killed has left running. */
  public static void endLeftovers(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<ProcessHandle> leftovers =
          files.map(PidFile::running).flatMap(Optional::stream).toList();
      leftovers.forEach(ProcessHandle::destroyForcibly);
      for (ProcessHandle leftover : leftovers) {
        leftover.onExit().get(10, TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("a process of an earlier run does not end", e);
    }
  }

  private static Optional<ProcessHandle> running(Path file) {
    try {
      List<String> words = List.of(Files.readString(file).strip().split(" "));
      return ProcessHandle.of(Long.parseLong(words.getFirst()))
          .filter(process ->
              words.size() == 2
                  && process
                      .info()
                      .startInstant()
                      .map(start -> start.toString().equals(words.get(1)))
                      .orElse(false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException notAPidFile) {
      return Optional.empty();
    }
  }
}
