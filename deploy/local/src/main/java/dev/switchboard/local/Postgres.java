package dev.switchboard.local;

import dev.switchboard.local.process.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL with its data in the data folder: fsync on, passwords, on the loopback address
 * only. As root it runs in a user namespace, because PostgreSQL refuses to be root.
 */
public final class Postgres {
  /** Databases, one per service; each role is named like its database. */
  static final List<String> DATABASES =
      List.of("user_service", "numbering_service", "billing_service", "notification_service");

  private static final String SUPERUSER = "postgres";
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  private final Path binaries;
  private final Path data;
  private final int port;
  private final String password;
  private final String servicePassword;
  private final ManagedProcess process;

  Postgres(DataFolder folder, int port) {
    this.binaries = PostgresBinaries.unpack(folder.folder("programs")).resolve("bin");
    this.data = folder.folder("postgres").resolve("data");
    this.port = port;
    this.password = folder.secret("postgres-password");
    this.servicePassword = folder.secret("service-password");
    this.process =
        new ManagedProcess(
            "postgres",
            unprivileged(
                binaries.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=localhost",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=128MB",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "shared_preload_libraries=pg_stat_statements"),
            Map.of(),
            folder.folder("logs"),
            folder.folder("run"),
            this::forgetDeadPostmaster);
  }

  ManagedProcess process() {
    return process;
  }

  /** Makes the data folder when it is missing, starts the server and makes what services need. */
  void start() {
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialize();
    }
    process.start();
    awaitConnections();
    createDatabases();
  }

  /** The JDBC address of a database. */
  public String url(String database) {
    return "jdbc:postgresql://localhost:" + port + "/" + database;
  }

  /** The name of the superuser. */
  public String superuser() {
    return SUPERUSER;
  }

  /** The superuser's password. */
  public String superuserPassword() {
    return password;
  }

  String servicePassword() {
    return servicePassword;
  }

  /** A folder without PG_VERSION is one whose making was interrupted. */
  private void initialize() {
    try {
      Path passwordFile = data.resolveSibling("password");
      deleteFolder(data);
      Files.writeString(passwordFile, password);
      Process initdb =
          new ProcessBuilder(
                  unprivileged(
                      binaries.resolve("initdb").toString(),
                      "-D",
                      data.toString(),
                      "-U",
                      SUPERUSER,
                      "--pwfile=" + passwordFile,
                      "--auth=scram-sha-256",
                      "--encoding=UTF8",
                      "--locale=C.UTF-8"))
              .redirectErrorStream(true)
              .redirectOutput(data.resolveSibling("initdb.log").toFile())
              .start();
      int exit = initdb.waitFor();
      Files.delete(passwordFile);
      if (exit != 0) {
        deleteFolder(data);
        throw new UsageException(
            "PostgreSQL could not make its data folder:\n"
                + Files.readString(data.resolveSibling("initdb.log")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The pid in postmaster.pid may belong to a stranger by now, which would keep PostgreSQL out. */
  private void forgetDeadPostmaster() {
    Path file = data.resolve("postmaster.pid");
    try {
      if (Files.exists(file)) {
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        boolean ours =
            ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().command())
                .map(command -> command.contains("postgres"))
                .orElse(false);
        if (!ours) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException | IndexOutOfBoundsException unreadable) {
      throw new IllegalStateException(file + " can't be read", unreadable);
    }
  }

  private void awaitConnections() {
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    while (true) {
      try (Connection connection = connect()) {
        if (connection.isValid(1)) {
          return;
        }
      } catch (SQLException notYet) {
        if (System.nanoTime() - deadline > 0) {
          throw new IllegalStateException(
              "PostgreSQL does not start; see " + process.log(), notYet);
        }
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private void createDatabases() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String database : DATABASES) {
        if (!exists(statement, "select 1 from pg_database where datname = '" + database + "'")) {
          createRole(statement, database + "_owner");
          createRole(statement, database);
          statement.execute(
              "create database " + database + " owner " + database + "_owner template template0");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the databases can't be made", e);
    }
  }

  private void createRole(Statement statement, String role) throws SQLException {
    if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
      statement.execute("create role " + role + " login password '" + servicePassword + "'");
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url("postgres"), SUPERUSER, password);
  }

  private static List<String> unprivileged(String... command) {
    List<String> line = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      line.add("unshare");
      line.add("-U");
    }
    line.addAll(List.of(command));
    return line;
  }

  private static void deleteFolder(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
