package dev.switchboard.e2e.restore;

import dev.switchboard.local.Suite;
import dev.switchboard.local.process.ManagedProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The database server of a suite, also when the suite does not run.
 *
 * @param port where it listens
 */
record ServerAccess(int port, String superuser, String password) {
  static final List<String> DATABASES =
      List.of("user_service", "numbering_service", "billing_service", "notification_service");

  static ServerAccess of(Suite suite) {
    URI address = URI.create(suite.postgres().url("postgres").substring("jdbc:".length()));
    return new ServerAccess(
        address.getPort(), suite.postgres().superuser(), suite.postgres().superuserPassword());
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:%d/%s".formatted(port, database), superuser, password);
  }

  void execute(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first value of a query that belongs to no database. */
  String text(String sql) throws SQLException {
    return text("postgres", sql);
  }

  /** The first value of a query. */
  String text(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Whether the server answers so already: it may still be on its way. */
  boolean answers(String sql, String expected) {
    try {
      return text(sql).equals(expected);
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** The server alone, with these files. */
  ManagedProcess server(Path files, Path suiteFolder) throws IOException {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to be root
    }
    command.addAll(
        List.of(
            program(suiteFolder.resolve("programs")).toString(),
            "-D",
            files.toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=localhost",
            "-c",
            "unix_socket_directories=",
            "-c",
            "max_connections=200"));
    return new ManagedProcess(
        "postgres-restored",
        command,
        Map.of(),
        suiteFolder.resolve("logs"),
        suiteFolder.resolve("run"),
        () -> {});
  }

  private static Path program(Path programs) throws IOException {
    try (Stream<Path> folders = Files.list(programs)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("postgres-"))
          .map(folder -> folder.resolve("bin/postgres"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no PostgreSQL in " + programs));
    }
  }
}
