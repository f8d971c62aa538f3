package dev.switchboard.e2e.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The databases of all services, seen past the walls between accounts. */
final class Databases {
  static final String USER = "user_service";
  static final String NUMBERING = "numbering_service";
  static final String BILLING = "billing_service";
  static final String NOTIFICATION = "notification_service";
  static final List<String> ALL = List.of(USER, NUMBERING, BILLING, NOTIFICATION);

  private static final String SECONDS = "15";

  private final Map<String, Deployment.Access> access;

  Databases(Deployment deployment) {
    this.access = deployment.databases();
  }

  /** The rows of a query. */
  List<Row> query(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet result = askSystem(statement).executeQuery(sql)) {
      ResultSetMetaData columns = result.getMetaData();
      List<Row> rows = new ArrayList<>();
      while (result.next()) {
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          String value = result.getString(i);
          values.put(columns.getColumnLabel(i), value == null ? "" : value);
        }
        rows.add(new Row(values));
      }
      return rows;
    }
  }

  /** Changes something, past all rules that the services keep; returns the number of rows. */
  int update(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      // Replica mode leaves out foreign keys: damage must be possible.
      statement.execute("set session_replication_role = replica");
      return statement.executeUpdate(sql);
    }
  }

  /** Any role may look for the platform as a whole; the superuser sees everything without. */
  private static Statement askSystem(Statement statement) throws SQLException {
    statement.execute("select set_config('switchboard.system', 'on', false)");
    return statement;
  }

  private Connection connect(String database) throws SQLException {
    Deployment.Access target = Objects.requireNonNull(access.get(database), database);
    Properties properties = new Properties();
    properties.setProperty("user", target.user());
    properties.setProperty("password", target.password());
    properties.setProperty("connectTimeout", SECONDS);
    properties.setProperty("loginTimeout", SECONDS);
    properties.setProperty("socketTimeout", SECONDS);
    return DriverManager.getConnection(target.url(), properties);
  }
}
