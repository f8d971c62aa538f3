package dev.switchboard.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** One PostgreSQL per test JVM; each Spring context gets a database of its own with two roles. */
public final class TestPostgres {
  private static final String SUPERUSER = "postgres";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final TestPostgres SHARED =
      Infra.containers() ? startContainer() : startEmbedded();

  private final String host;
  private final int port;

  private TestPostgres(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /** A new empty database with its owner role and its service role. */
  public static TestDatabase newDatabase() {
    String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    TestDatabase database =
        new TestDatabase(SHARED.url(name), name, name + "_owner", "secret", SHARED.url("postgres"));
    SHARED.execute(
        "create role " + database.ownerUser() + " login password 'secret'",
        "create role " + database.user() + " login password 'secret'",
        "create database " + name + " owner " + database.ownerUser());
    return database;
  }

  private String url(String database) {
    return "jdbc:postgresql://" + host + ":" + port + "/" + database;
  }

  private void execute(String... statements) {
    try (Connection connection =
            DriverManager.getConnection(url("postgres"), SUPERUSER, SUPERUSER);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the test database can't be made", e);
    }
  }

  private static TestPostgres startEmbedded() {
    try {
      @SuppressWarnings("resource") // lives as long as the JVM, which stops it
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
      return new TestPostgres("localhost", postgres.getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestPostgres startContainer() {
    @SuppressWarnings("resource") // lives as long as the JVM; Ryuk removes it
    PostgreSQLContainer container =
        new PostgreSQLContainer("postgres:18-alpine")
            .withUsername(SUPERUSER)
            .withPassword(SUPERUSER)
            .withCommand("postgres", "-c", "max_connections=300", "-c", "fsync=off");
    container.start();
    return new TestPostgres(container.getHost(), container.getFirstMappedPort());
  }
}
