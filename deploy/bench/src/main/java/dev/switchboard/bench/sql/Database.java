package dev.switchboard.bench.sql;

import dev.switchboard.local.Suite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Connections to the services' databases. */
public final class Database {
  private static final String USERS = "user_service";

  private final Suite suite;

  /** The databases of this suite. */
  public Database(Suite suite) {
    this.suite = suite;
  }

  /** As the superuser, to user-service's database. */
  public Connection superuser() throws SQLException {
    return superuser(USERS);
  }

  /** As the superuser, to any. */
  public Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(
        suite.postgres().url(database) + "?reWriteBatchedInserts=true&ApplicationName=bench",
        suite.postgres().superuser(),
        suite.postgres().superuserPassword());
  }

  /** With the rights of user-service, and so behind row-level security. */
  public Connection service() throws SQLException {
    Connection connection = superuser();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set role " + USERS);
    }
    connection.setAutoCommit(false);
    return connection;
  }

  /** The only number that a query returns. */
  public long count(String database, String query) throws SQLException {
    try (Connection connection = superuser(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Begins a transaction for one account, as the platform's transaction manager does. */
  static void announce(PreparedStatement statement, UUID accountId) throws SQLException {
    statement.setString(1, "switchboard.account");
    statement.setString(2, accountId.toString());
    statement.execute();
  }
}
