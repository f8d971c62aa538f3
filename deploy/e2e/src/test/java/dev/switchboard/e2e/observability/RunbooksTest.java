package dev.switchboard.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.local.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RunbooksTest {
  private static final Path RUNBOOKS = Alerts.PROJECT.resolve("docs/runbooks");
  private static final List<String> DATABASES =
      List.of("user_service", "numbering_service", "billing_service", "notification_service");
  private static final Pattern SELECT = Pattern.compile("`(select [^`]+);`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

  @BeforeAll
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  static void startSuite() {
    RunningSuite.get();
  }

  @Test
  @DisplayName("every SELECT of a runbook can be run in a database of the suite")
  void statements() throws Exception {
    List<String> statements = new ArrayList<>();
    for (Path page : pages()) {
      SELECT
          .matcher(Files.readString(page))
          .results()
          .forEach(found -> statements.add(found.group(1)));
    }
    assertThat(statements).hasSizeGreaterThan(5);
    for (String statement : statements) {
      assertThat(refusals(statement)).as(statement).hasSizeLessThan(DATABASES.size());
    }
    assertThat(refusals("select moon from mail")).hasSameSizeAs(DATABASES);
  }

  @Test
  @DisplayName("every page that a runbook points to is there")
  void links() throws IOException {
    for (Path page : pages()) {
      assertThat(LINK.matcher(Files.readString(page)).results().map(found -> found.group(1)))
          .as("links of %s", page)
          .allSatisfy(link -> assertThat(RUNBOOKS.resolve(link)).exists());
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(RUNBOOKS)) {
      return files.sorted().toList();
    }
  }

  /** Why databases do not take it; it is planned and not run. */
  private static List<String> refusals(String statement) {
    Postgres postgres = RunningSuite.get().postgres();
    List<String> refusals = new ArrayList<>();
    for (String database : DATABASES) {
      try (Connection connection =
              DriverManager.getConnection(
                  postgres.url(database), postgres.superuser(), postgres.superuserPassword());
          Statement explain = connection.createStatement()) {
        explain.execute("explain " + statement.replace("<pid>", "0"));
      } catch (SQLException e) {
        refusals.add(database + ": " + e.getMessage());
      }
    }
    return refusals;
  }
}
