package dev.switchboard.e2e.operator;

import dev.switchboard.local.Suite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is in the databases of all services. */
final class Tables {
  private static final List<String> DATABASES =
      List.of("user_service", "numbering_service", "billing_service", "notification_service");

  /** What changes by itself. */
  private static final Set<String> OF_THE_MACHINERY =
      Set.of("inbox", "outbox", "outbox_sent", "outbox_shard", "flyway_schema_history", "session");

  private final Suite suite;

  Tables(Suite suite) {
    this.suite = suite;
  }

  /** All rows of all tables, in the order of their texts. */
  SortedMap<String, List<String>> all() throws SQLException {
    SortedMap<String, List<String>> all = new TreeMap<>();
    for (String database : DATABASES) {
      for (String table :
          texts(
              database,
              "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")) {
        if (!OF_THE_MACHINERY.contains(table)) {
          all.put(
              database + "." + table,
              texts(database, "select t::text from %s t order by 1".formatted(table)));
        }
      }
    }
    return all;
  }

  /** The first column of a query. */
  List<String> texts(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  /** Changes something, past all rules. */
  void update(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        suite.postgres().url(database),
        suite.postgres().superuser(),
        suite.postgres().superuserPassword());
  }
}
