package dev.switchboard.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.platform.testing.TestDatabase;
import dev.switchboard.platform.testing.TestPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrateTest {
  private final TestDatabase database = TestPostgres.newDatabase();

  @Test
  @DisplayName(
      "It makes the tables with the owner's role, knows no other secret, and may run twice")
  void migratesAndEnds() {
    Migrate.main(arguments(database.url()));
    Migrate.main(arguments(database.url()));

    JdbcTemplate service = jdbc(database.user());
    assertThat(service.queryForObject("select count(*) from outbox", Long.class)).isZero();
    assertThat(
            service.queryForList(
                "select distinct tableowner from pg_tables where schemaname = 'public'",
                String.class))
        .containsExactly(database.ownerUser());
  }

  @Test
  @DisplayName("It fails aloud when it can't reach the database")
  void missingDatabaseFails() {
    assertThatThrownBy(() -> Migrate.main(arguments(database.url() + "_missing")))
        .hasStackTraceContaining("_missing");
  }

  private String[] arguments(String url) {
    return new String[] {
      "--DATABASE_URL=" + url,
      "--DATABASE_USER=" + database.user(),
      "--DATABASE_OWNER_USER=" + database.ownerUser(),
      "--DATABASE_OWNER_PASSWORD=" + database.password(),
      "--spring.flyway.connect-retries=0"
    };
  }

  private JdbcTemplate jdbc(String user) {
    return new JdbcTemplate(new DriverManagerDataSource(database.url(), user, database.password()));
  }
}
