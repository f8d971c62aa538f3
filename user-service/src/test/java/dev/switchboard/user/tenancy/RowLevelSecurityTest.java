package dev.switchboard.user.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.SupportDesk;
import dev.switchboard.user.testing.TwoStepCalls;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;

/** Architecture 4: the second wall between accounts. */
class RowLevelSecurityTest extends UserServiceTest {

  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transaction;

  @Test
  @DisplayName("A6 every table with account_id is protected, also from its owner")
  void tablesAreProtected() {
    assertThat(tenantTables()).contains("users", "account", "directory", "session", "invitation");
    assertThat(
            database()
                .sql(
                    """
                    select c.relname from pg_class c join information_schema.columns i on i.table_name = c.relname
                    where i.column_name = 'account_id' and i.table_schema = 'public'
                      and not (c.relrowsecurity and c.relforcerowsecurity)
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  @DisplayName(
      "A6 the service's role owns nothing, is no superuser and does not pass by row-level security")
  void roleOwnsNothing() {
    String role = jdbc.sql("select current_user").query(String.class).single();

    assertThat(
            database()
                .sql(
                    """
                    select relname from pg_class where relowner = (select oid from pg_roles where rolname = ?)
                    """)
                .param(role)
                .query(String.class)
                .list())
        .isEmpty();
    assertThat(
            database()
                .sql(
                    "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = ?")
                .param(role)
                .query(Boolean.class)
                .single())
        .isFalse();
  }

  @Test
  @DisplayName(
      "A6 a transaction without an account sees no row of any tenant table, and with one only its rows")
  void rowsOfTheAccountOnly() {
    Company company = companies.signUp(2, 0, 0);
    Company other = companies.signUp(2, 0, 0);
    for (Company each : List.of(company, other)) {
      UUID user = each.invited(Company.newEmail("x"), "BASIC");
      each.occupySeat(user, "BASIC", 1);
      linkSecret(user, 1);
      Company.send(
          http,
          MockMvcRequestBuilders.patch("/api/v1/users/" + user)
              .header("If-Match", "*")
              .with(each.asAdmin()),
          json,
          Map.of("voicemailPin", "482710"));
      new TwoStepCalls(http, json, clock).switchOn(as(signIn(each.adminEmail(), Company.PASSWORD)));
      post("/api/v1/users/" + each.adminId() + "/password-resets", Map.of(), each.asAdmin());
      clock.advance(Duration.ofSeconds(61));
      post("/api/v1/users/" + user + "/invitations", Map.of(), each.asAdmin());
      database()
          .sql(
              "insert into account_erasure (account_id, begun_at, finished_at) values (?, now(), now())")
          .param(each.accountId())
          .update();
    }

    for (String table : tenantTables()) {
      assertThat(count(table, "true")).as("%s without an account", table).isZero();
      Tenancy.as(
          company.accountId(),
          () -> {
            if (!table.equals("idempotency_key")) {
              assertThat(count(table, "true")).as("own rows of %s", table).isPositive();
            }
            assertThat(count(table, "account_id <> '" + company.accountId() + "'"))
                .as("foreign rows of %s", table)
                .isZero();
          });
      Tenancy.as(
          UUID.randomUUID(),
          () -> assertThat(count(table, "true")).as("%s of an unknown account", table).isZero());
    }
  }

  @Test
  @DisplayName(
      "I1 only a transaction for the platform as a whole sees support's people and sessions")
  void supportIsOfThePlatform() {
    SupportDesk desk = SupportDesk.open(database());
    Company company = companies.signUp(1, 0, 0);
    String mine = "support_user_id = '" + desk.id() + "'";

    assertThat(count("support_user", "true")).isZero();
    assertThat(count("support_session", "true")).isZero();
    Tenancy.as(company.accountId(), () -> assertThat(count("support_user", "true")).isZero());
    Tenancy.as(desk.id(), () -> assertThat(count("support_user", "true")).isZero());
    Tenancy.asSystem(() -> assertThat(count("support_user", mine)).isOne());
  }

  @Test
  @DisplayName("A6 a transaction of one account can neither change nor insert another's rows")
  void rowsOfOthersCantBeChanged() {
    Company company = companies.signUp(1, 0, 0);
    Company other = companies.signUp(1, 0, 0);

    Tenancy.as(
        company.accountId(),
        () -> {
          int changed =
              transaction.execute(status ->
                  jdbc.sql("update users set role = 'USER' where account_id = ?")
                      .param(other.accountId())
                      .update());
          assertThat(changed).isZero();
          org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                  transaction.execute(status ->
                      jdbc.sql("insert into main_number_claim (number, account_id) values (?, ?)")
                          .params(Company.newNumber(), other.accountId())
                          .update()))
              .rootCause()
              .hasMessageContaining("row-level security");
        });
  }

  @Test
  @DisplayName("A6 one request's account does not remain on the connection for the next")
  void accountEndsWithTheTransaction() {
    Company company = companies.signUp(1, 0, 0);
    RequestPostProcessor caller = company.asAdmin();
    for (int i = 0; i < 20; i++) {
      assertThat(get("/api/v1/users", caller).getStatus()).isEqualTo(200);
    }
    for (int i = 0; i < 20; i++) {
      assertThat(count("users", "true")).isZero();
    }
  }

  private List<String> tenantTables() {
    return database()
        .sql(
            "select table_name from information_schema.columns where column_name = 'account_id' and table_schema = 'public'")
        .query(String.class)
        .list();
  }

  private int count(String table, String condition) {
    return transaction.execute(status ->
        jdbc.sql("select count(*) from " + table + " where " + condition)
            .query(Integer.class)
            .single());
  }
}
