package dev.switchboard.user.testing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for a text in every column of every table. */
public final class DatabaseSearch {

  private DatabaseSearch() {}

  /** The tables that hold the text, in clear or as bytes. */
  public static List<String> tablesWith(JdbcClient database, String text) {
    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    return tables(database).stream()
        .filter(table ->
            database
                    .sql(
                        "select count(*) from %s t where position(? in t::text) > 0 or position(? in t::text) > 0"
                            .formatted(table))
                    .params(text, hex)
                    .query(Integer.class)
                    .single()
                > 0)
        .toList();
  }

  /** All tables of the service. */
  public static List<String> tables(JdbcClient database) {
    return database
        .sql("select tablename from pg_tables where schemaname = 'public' order by 1")
        .query(String.class)
        .list();
  }
}
