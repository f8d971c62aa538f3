package dev.switchboard.e2e.restore;

import dev.switchboard.e2e.client.Await;
import dev.switchboard.local.Suite;
import dev.switchboard.local.process.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * PostgreSQL's own means: an archive of the WAL, a base backup taken while all work, and all
 * databases brought to one moment from both.
 */
final class Backup {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofMinutes(5);

  /** What belongs to the server that runs, or can't be of use to another. */
  private static final Set<String> LEFT_OUT =
      Set.of("pg_wal", "postmaster.pid", "postmaster.opts", "pg_stat_tmp", "pg_replslot");

  private final Path suiteFolder;
  private final Path archive;
  private final Path base;
  private final ServerAccess access;

  Backup(Suite suite, Path suiteFolder, Path backups) throws IOException {
    this.suiteFolder = suiteFolder.toAbsolutePath();
    this.archive = Files.createDirectories(backups.resolve("wal")).toAbsolutePath();
    this.base = backups.resolve("base").toAbsolutePath();
    this.access = ServerAccess.of(suite);
  }

  /** From now on each piece of WAL is kept. */
  void archiveWal(Suite suite) throws Exception {
    access.execute("postgres", "alter system set archive_mode = 'on'");
    access.execute(
        "postgres", "alter system set archive_command = 'cp %%p %s/%%f'".formatted(archive));
    suite.process("postgres").kill9(); // it is started again, and reads its settings
    Await.until("the WAL is archived", SOON, () -> access.answers("show archive_mode", "on"));
    suite.awaitReady();
  }

  /** Copies the server's files while it works. */
  void takeBase() throws SQLException, IOException {
    try (Connection connection = access.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_backup_start('drill', true)");
      copy(serverFolder(), base);
      try (ResultSet row = statement.executeQuery("select labelfile from pg_backup_stop(true)")) {
        row.next();
        Files.writeString(base.resolve("backup_label"), row.getString(1));
      }
    }
  }

  /** The moment by the server's clock. */
  String now() throws Exception {
    return access.text("select clock_timestamp()");
  }

  /** Waits until all that has happened is in the archive. */
  void finishArchive() throws Exception {
    String last = access.text("select pg_walfile_name(pg_switch_wal())");
    Await.until("the last WAL is archived", SOON, () -> Files.exists(archive.resolve(last)));
  }

  /** Puts the base backup in the place of what was lost and lets it catch up to this moment. */
  ManagedProcess restore(String moment) throws Exception {
    copy(base, serverFolder());
    Files.createDirectories(serverFolder().resolve("pg_replslot"));
    Files.createDirectories(serverFolder().resolve("pg_stat_tmp"));
    Files.createDirectories(serverFolder().resolve("pg_wal"));
    Files.setPosixFilePermissions(serverFolder(), PosixFilePermissions.fromString("rwx------"));
    Files.createFile(serverFolder().resolve("recovery.signal"));
    Files.writeString(
        serverFolder().resolve("postgresql.auto.conf"),
        """
        restore_command = 'cp %s/%%f %%p'
        recovery_target_time = '%s'
        recovery_target_action = 'promote'
        """
            .formatted(archive, moment),
        StandardOpenOption.TRUNCATE_EXISTING);
    ManagedProcess server = access.server(serverFolder(), suiteFolder);
    server.start();
    Await.until(
        "the databases are at " + moment,
        LONG,
        () -> access.answers("select pg_is_in_recovery()", "f"));
    return server;
  }

  /** The server, for what is done before the services start. */
  ServerAccess access() {
    return access;
  }

  private Path serverFolder() {
    return suiteFolder.resolve("postgres/data");
  }

  /** Files that vanish meanwhile are the server's own business: the WAL has what they mean. */
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (LEFT_OUT.contains(name)) {
          continue;
        }
        if (Files.isDirectory(entry)) {
          copy(entry, to.resolve(name));
        } else {
          copyFile(entry, to.resolve(name));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void copyFile(Path from, Path to) throws IOException {
    try {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException vanished) {
      Files.deleteIfExists(to);
    }
  }
}
