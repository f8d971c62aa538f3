package dev.switchboard.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@TestInstance(Lifecycle.PER_CLASS)
class RowLevelSecurityTest extends NumberingTest {
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transaction;

  private final UUID account = Ids.next();

  @BeforeAll
  void fillEveryTable() {
    UUID user = Ids.next();
    UUID gone = Ids.next();
    invite(account, user);
    opened(user);
    invite(account, gone);
    opened(gone);
    awaitTaken(withdraw(account, gone));
    awaitTaken(
        topics.send(
            "user.accounts.v1",
            account.toString(),
            "account.signed-up",
            account,
            signedUp(account, "+15185550100")));
    database()
        .sql("insert into extension_range (account_id, first, last) values (?, 200, 299)")
        .param(account)
        .update();
    awaitTaken(occupySeat(account, user, "PLUS", 1));
    awaitTaken(tellStanding(account, "ACTIVE", 1));
    database()
        .sql(
            "insert into extension_setting (account_id, first_assigned, version) values (?, 101, 1)")
        .param(account)
        .update();
    database()
        .sql("insert into forwarding_setting (account_id, version) values (?, 1)")
        .param(account)
        .update();
    database()
        .sql(
            """
            insert into number_order (order_id, account_id, number, accept_charges, ordered_by, state, ordered_at, attempts)
            values (gen_random_uuid(), ?, '+15185550101', true, gen_random_uuid(), 'ACTIVE', now(), 1)
            """)
        .param(account)
        .update();
    database()
        .sql(
            "insert into number_allowance (account_id, day, kind, used) values (?, '2026-11-02', 'ORDERED', 1)")
        .param(account)
        .update();
    database()
        .sql("insert into closed_account (account_id, closed_at) values (?, now())")
        .param(account)
        .update();
    database()
        .sql("insert into forwarding_country (account_id, country) values (?, 'CA')")
        .param(account)
        .update();
  }

  @ParameterizedTest
  @DisplayName(
      "A6 a transaction sees the rows of its own account only, and none without an account")
  @ValueSource(
      strings = {
        "phone_number",
        "line",
        "extension",
        "returned_extension",
        "extension_range",
        "extension_space",
        "forwarding_country",
        "number_order",
        "number_allowance",
        "user_plan",
        "account_zone",
        "account_standing",
        "extension_setting",
        "forwarding_setting",
        "closed_account"
      })
  void rows(String table) {
    assertThat(Tenancy.as(account, () -> count(table))).isPositive();
    assertThat(count(table)).isZero();
    assertThat(Tenancy.as(Ids.next(), () -> count(table))).isZero();
  }

  @Test
  @DisplayName("A6 a transaction can't write rows of another account")
  void writes() {
    assertThatThrownBy(() ->
            Tenancy.as(
                Ids.next(),
                () ->
                    transaction.execute(status ->
                        jdbc.sql(
                                "insert into extension_range (account_id, first, last) values (?, 300, 399)")
                            .param(account)
                            .update())))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  @DisplayName("A6 F4 nobody holds an extension of another account, or a line's")
  void holds() {
    for (String table : List.of("extension", "line")) {
      String hold = "update %s set held_until = held_until".formatted(table);
      assertThat(Tenancy.as(account, () -> update(hold))).isPositive();
      assertThat(Tenancy.as(Ids.next(), () -> update(hold))).isZero();
      assertThat(update(hold)).isZero();
    }
  }

  @Test
  @DisplayName("A6 the search's look at taken numbers opens nothing else")
  void hole() {
    Tenancy.as(
        Ids.next(),
        () ->
            transaction.executeWithoutResult(status -> {
              assertThat(
                      jdbc.sql("select count(*) from taken_numbers('BUILT_IN', '+1518', now())")
                          .query(Long.class)
                          .single())
                  .isPositive();
              assertThat(jdbc.sql("select count(*) from phone_number").query(Long.class).single())
                  .isZero();
            }));
  }

  @Test
  @DisplayName("A6 the look for loops of forwarding opens nothing else")
  void chain() {
    Tenancy.as(
        Ids.next(),
        () ->
            transaction.executeWithoutResult(status -> {
              assertThat(
                      jdbc.sql("select forwarding_chain('+15185550100')")
                          .query(String.class)
                          .list())
                  .containsExactly("+15185550100");
              assertThat(jdbc.sql("select count(*) from line").query(Long.class).single()).isZero();
            }));
  }

  @Test
  @DisplayName("A6 every table with an account is under forced row-level security")
  void everyTable() {
    List<String> open =
        database()
            .sql(
                """
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relkind = 'r' and a.attname = 'account_id'
                  and not (c.relrowsecurity and c.relforcerowsecurity)
                """)
            .query(String.class)
            .list();
    assertThat(open).isEmpty();
  }

  private Integer update(String sql) {
    return transaction.execute(status -> jdbc.sql(sql).update());
  }

  private Long count(String table) {
    return transaction.execute(
        status -> jdbc.sql("select count(*) from " + table).query(Long.class).single());
  }
}
