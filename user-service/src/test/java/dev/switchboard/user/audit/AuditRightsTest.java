package dev.switchboard.user.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** H2: never altered, and kept for 400 days; by the rights of the database. */
class AuditRightsTest extends UserServiceTest {
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transaction;
  @Autowired private AuditRetention retention;

  private Company company;

  @BeforeEach
  void signUp() {
    company = companies.signUp(1, 0, 0);
  }

  @ParameterizedTest
  @DisplayName(
      "H2 the service's role can't change, delete or empty the log, nor the rules that keep it")
  @ValueSource(
      strings = {
        "update audit_entry set action = 'x.y'",
        "delete from audit_entry",
        "truncate audit_entry",
        "select * from audit_entry for update",
        "insert into audit_entry select * from audit_entry on conflict (entry_id) do update set action = 'x.y'",
        "merge into audit_entry e using (values (1)) v on true when matched then delete",
        "drop table audit_entry",
        "alter table audit_entry disable row level security",
        "alter table audit_entry no force row level security",
        "create trigger t before insert on audit_entry for each row execute function suppress_redundant_updates_trigger()",
        "drop function delete_old_audit_entries(integer)",
        "alter function delete_old_audit_entries(integer) security invoker",
        "create or replace function delete_old_audit_entries(most integer) returns integer language sql as 'select 1'",
      })
  void neverAltered(String sql) {
    Tenancy.asSystem(() ->
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> jdbc.sql(sql).update()))
            .rootCause()
            .hasMessageMatching("(?s).*(permission denied|must be owner).*"));
    assertThat(entries()).isEqualTo(1);
  }

  @Test
  @DisplayName("H2 the service's role may add entries and read them, and can't give itself more")
  void rights() {
    Tenancy.asSystem(() ->
        transaction.executeWithoutResult(
            status -> jdbc.sql("grant all on audit_entry to current_user").update()));

    for (String right : List.of("UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")) {
      assertThat(has(right)).as(right).isFalse();
    }
    assertThat(has("SELECT")).isTrue();
    assertThat(has("INSERT")).isTrue();
  }

  private boolean has(String right) {
    return jdbc.sql("select has_table_privilege('audit_entry', ?)")
        .param(right)
        .query(Boolean.class)
        .single();
  }

  @Test
  @DisplayName("H2 what is older than 400 days is deleted, and nothing else")
  void retention() {
    UUID old = add("400 days 1 hour");
    UUID young = add("399 days 23 hours");

    retention.clean();

    assertThat(ids()).contains(young).doesNotContain(old).hasSize(2);
  }

  @Test
  @DisplayName("H2 the clean-up goes in steps until nothing old is left")
  void steps() {
    database()
        .sql(
            """
            insert into audit_entry (entry_id, account_id, at, actor_type, action, subject_type, subject_id, details)
            select gen_random_uuid(), ?, now() - interval '500 days', 'SYSTEM', 'user.changed', 'USER', 'x', '{}'
            from generate_series(1, 10001)
            """)
        .param(company.accountId())
        .update();

    retention.clean();

    assertThat(entries()).isEqualTo(1);
  }

  @Test
  @DisplayName("A6 called for one account, the clean-up sees that account only")
  void retentionOfAnotherAccount() {
    UUID old = add("500 days");

    int deleted =
        Tenancy.as(
            companies.signUp(1, 0, 0).accountId(),
            () ->
                transaction.execute(status ->
                    jdbc.sql("select delete_old_audit_entries(1000)")
                        .query(Integer.class)
                        .single()));

    assertThat(deleted).isZero();
    assertThat(ids()).contains(old);
  }

  private UUID add(String age) {
    UUID id = Ids.next();
    database()
        .sql(
            """
            insert into audit_entry (entry_id, account_id, at, actor_type, action, subject_type, subject_id, details)
            values (?, ?, now() - ?::interval, 'SYSTEM', 'user.changed', 'USER', 'x', '{}')
            """)
        .params(id, company.accountId(), age)
        .update();
    return id;
  }

  private List<UUID> ids() {
    return database()
        .sql("select entry_id from audit_entry where account_id = ?")
        .param(company.accountId())
        .query(UUID.class)
        .list();
  }

  private int entries() {
    return ids().size();
  }
}
