package dev.switchboard.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The migrations of all services, and that each rule can be broken. */
class MigrationRulesTest {
  private static final Path PROJECT = Path.of("../..");
  private static final MigrationRules RULES = new MigrationRules(Set.of("0.1"));

  @Test
  @DisplayName(
      "An old version can run beside each migration, and those that are out stay as they are")
  void allMigrations() throws IOException {
    Map<String, Path> files = migrations();
    ReleasedMigrations released = released();
    List<String> broken = new ArrayList<>(released.altered(files));
    for (Map.Entry<String, Path> file : files.entrySet()) {
      if (!released.isFirst(file.getKey())) {
        new MigrationRules(released.releases())
            .broken(Files.readString(file.getValue()))
            .forEach(line -> broken.add(file.getKey() + ": " + line));
      }
    }
    assertThat(files).hasSizeGreaterThan(20);
    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alter table seat drop column plan                                     | may still use it
          alter table seat add note text, drop plan                             | may still use it
          drop table seat                                                       | may still use it
          create table a (b int); DROP  TABLE seat                              | may still use it
          drop function directory_search_text(text)                             | may still use it
          alter table seat rename column plan to user_plan                      | renamed
          alter table seat rename plan to user_plan                             | renamed
          alter table seat rename to seats                                      | renamed
          alter view v rename to w                                              | renamed
          alter table seat add column note text not null                        | give it a default
          alter table only seat add note text not null check (note <> 'a;b')    | give it a default
          alter table seat alter column plan type integer                       | keeps its type
          alter table seat alter plan set data type integer using plan::integer | keeps its type
          alter table seat alter plan set not null                              | still write null
          alter table seat add constraint c check (plan <> 'X')                 | what it forbids
          create unique index i on seat (plan)                                  | not unique
          """)
  @DisplayName("What breaks the version before is named")
  void isBroken(String sql, String why) {
    assertThat(RULES.broken(sql + ";")).singleElement().asString().contains(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table a (b int not null, c text unique); alter table a add d text not null;",
        "alter table seat add column note text",
        "alter table seat add column note text not null default 'drop table seat; x'",
        "alter table seat add id bigint not null generated always as identity",
        "alter table seat drop constraint seat_check",
        "alter table seat alter column plan drop not null, alter plan drop default",
        "create index i on seat (plan)",
        "drop index i",
        "-- drop table seat\ncreate function f() returns int language sql as $$ drop table x $$",
        "-- contract: unused since 0.1\nalter table seat drop column plan, alter note set not null;"
      })
  @DisplayName("What the version before does not notice is let through")
  void isFine(String sql) {
    assertThat(RULES.broken(sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- contract: unused since 0.2\nalter table seat drop column plan",
        "-- contract: unused since 0.1\nalter table seat rename column plan to p",
        "-- contract: unused since 0.1\nalter table seat alter plan type int"
      })
  @DisplayName(
      "Only what no release uses is taken away, and even then nothing is renamed or retyped")
  void contractIsNoCharter(String sql) {
    assertThat(RULES.broken(sql)).hasSize(1);
  }

  @Test
  @DisplayName("A migration that is out and was changed or removed is named")
  void alteredMigrations(@TempDir Path folder) throws IOException {
    Path changed = Files.writeString(folder.resolve("V1_0__a.sql"), "create table a (b int);");
    ReleasedMigrations list =
        ReleasedMigrations.read(
            List.of(
                "# comment",
                "0.1 s/V1_0__a.sql " + ReleasedMigrations.sha256(changed),
                "0.1 s/V1_1__b.sql 00"));
    Map<String, Path> files = Map.of("s/V1_0__a.sql", changed);
    assertThat(list.altered(files)).containsExactly("s/V1_1__b.sql is out and was removed");
    Files.writeString(changed, "create table a (c int);");
    assertThat(list.altered(files)).hasSize(2).first().asString().contains("was changed");
  }

  @Test
  @DisplayName("A migration of a later release keeps the rules although it is out")
  void onlyTheFirstReleaseIsFree() {
    ReleasedMigrations list = ReleasedMigrations.read(List.of("0.1 s/a 00", "0.2 s/b 00"));
    assertThat(list.isFirst("s/a")).isTrue();
    assertThat(list.isFirst("s/b")).isFalse();
    assertThat(list.isFirst("s/c")).isFalse();
    assertThat(list.releases()).containsExactly("0.1", "0.2");
  }

  private static ReleasedMigrations released() throws IOException {
    return ReleasedMigrations.read(
        Files.readAllLines(PROJECT.resolve("docs/operations/released-migrations.txt")));
  }

  /** Those that are run once; repeatable ones (R__) are meant to change. */
  private static Map<String, Path> migrations() throws IOException {
    Map<String, Path> found = new TreeMap<>();
    for (String module :
        List.of(
            "platform/service",
            "user-service",
            "numbering-service",
            "billing-service",
            "notification-service")) {
      try (Stream<Path> files =
          Files.walk(PROJECT.resolve(module).resolve("src/main/resources/db"))) {
        files
            .filter(file -> file.getFileName().toString().matches("V.*\\.sql"))
            .forEach(file -> found.put(module + "/" + file.getFileName(), file));
      }
    }
    return found;
  }
}
