package dev.switchboard.e2e;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The data folder of a suite that starts without data each time. */
public final class SuiteFolder {
  /** What is kept: unpacked programs take long to make, and processes of a killed run may live. */
  private static final List<String> KEPT = List.of("programs", "run", "lock");

  private SuiteFolder() {}

  /**
   * This folder without the data of the run before, or one beside it when another run is at work in
   * it.
   */
  public static Path emptied(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel file =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock()) {
      if (lock == null) {
        return Files.createTempDirectory(
            folder.toAbsolutePath().getParent(), folder.getFileName() + "-");
      }
      empty(folder);
      return folder;
    }
  }

  private static void empty(Path folder) throws IOException {
    List<Path> kept = KEPT.stream().map(folder::resolve).toList();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files
              .filter(each -> !each.equals(folder) && kept.stream().noneMatch(each::startsWith))
              .sorted(Comparator.reverseOrder())
              .toList()) {
        Files.delete(file);
      }
    }
  }
}
