package dev.switchboard.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The folder of all data of a suite; only one launcher uses it at a time. */
final class DataFolder implements AutoCloseable {
  private static final Set<String> SECRETS =
      new TreeSet<>(
          Set.of(
              "master-key",
              "link-key",
              "payment-key",
              "payment-webhook-secret",
              "postgres-password",
              "service-password"));
  private static final int SECRET_BYTES = 32;

  private final Path root;
  private final FileChannel lockFile;
  private final Properties secrets;

  private DataFolder(Path root, FileChannel lockFile, Properties secrets) {
    this.root = root;
    this.lockFile = lockFile;
    this.secrets = secrets;
  }

  /**
   * Opens the folder, making it when it is missing.
   *
   * @throws UsageException when another launcher uses it or it can't be written
   */
  static DataFolder open(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
      FileChannel lockFile =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(lockFile)) {
        lockFile.close();
        throw new UsageException(
            "Another Switchboard is running with the data in " + root + ". End it, or use --data.");
      }
      return new DataFolder(root, lockFile, secrets(root.resolve("secrets.properties")));
    } catch (IOException e) {
      throw new UsageException("The folder " + root + " can't be used: " + e.getMessage());
    }
  }

  private static boolean lock(FileChannel lockFile) throws IOException {
    try {
      FileLock lock = lockFile.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  /** A folder in it, made when it is missing. */
  Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The secret with this name: 32 random bytes in base64, made once. */
  String secret(String name) {
    String secret = secrets.getProperty(name);
    if (secret == null) {
      throw new IllegalArgumentException("no secret " + name);
    }
    return secret;
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }

  private static Properties secrets(Path file) throws IOException {
    Properties secrets = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        secrets.load(reader);
      }
    }
    SecureRandom random = new SecureRandom();
    for (String name : SECRETS) {
      if (!secrets.containsKey(name)) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        secrets.setProperty(name, Base64.getEncoder().encodeToString(bytes));
      }
    }
    Path temporary = file.resolveSibling("secrets.new");
    Files.deleteIfExists(temporary);
    Files.createFile(
        temporary,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var writer = Files.newBufferedWriter(temporary)) {
      secrets.store(writer, "Made at the first start; without them the data can't be read.");
    }
    Files.move(temporary, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return secrets;
  }
}
