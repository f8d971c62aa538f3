package dev.switchboard.user.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** H2: a page of the log is read by an index in its order, under row-level security too. */
class AuditIndexTest extends UserServiceTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transaction;

  @Test
  @DisplayName("H2 every filter has its index; no page sorts or reads the whole log")
  void everyFilterHasItsIndex() {
    Company company = companies.signUp(1, 0, 0);
    AccountId account = new AccountId(company.accountId());
    UUID person = company.adminId();
    fill(company, 40_000);
    try {
      Stream.of(
              new Case("audit_entry_by_time", null, null, null, null, null),
              new Case("audit_entry_by_time", null, null, null, NOW.minusSeconds(60), NOW),
              new Case("audit_entry_by_actor", person, null, null, null, null),
              new Case("audit_entry_by_actor", person, null, null, null, NOW),
              new Case("audit_entry_by_subject", null, "7", null, null, null),
              new Case("audit_entry_by_action", null, null, "rare.act", null, null))
          .forEach(each -> {
            for (AuditPosition after :
                new @Nullable AuditPosition[] {null, new AuditPosition(NOW, person)}) {
              String plan = plan(account, each.query(), after);
              assertThat(plan)
                  .as("%s%n%s", each, plan)
                  .contains(each.index())
                  .doesNotContain("Seq Scan on audit_entry");
              // The one sort is that of the page's own rows, behind their names.
              assertThat(plan.split("Sort Key", -1)).as(plan).hasSizeLessThanOrEqualTo(2);
            }
          });
    } finally {
      // As superuser: the service itself could not.
      database()
          .sql("delete from audit_entry where account_id = ?")
          .param(company.accountId())
          .update();
    }
  }

  private String plan(AccountId account, AuditQuery query, @Nullable AuditPosition after) {
    return Tenancy.as(
        account.value(),
        () ->
            transaction.execute(status ->
                String.join(
                    "\n",
                    ReadAuditLog.statement(jdbc, "explain ", account, query, 50, after, 10_000)
                        .query(String.class)
                        .list())));
  }

  /** Among other accounts' entries; one person did one of a hundred, one act is rare. */
  private void fill(Company company, int entries) {
    database()
        .sql(
            """
            insert into audit_entry (entry_id, account_id, at, actor_type, actor_id, action, subject_type, subject_id,
              details)
            select gen_random_uuid(), :account, timestamptz '2026-06-01 00:00Z' - i * interval '1 minute', 'USER',
              case when i % 100 = 0 then :person else gen_random_uuid() end,
              case when i % 1000 = 0 then 'rare.act' else 'user.changed' end, 'USER', (i % 500)::text, '{}'
            from generate_series(1, :entries) i
            """)
        .param("account", company.accountId())
        .param("person", company.adminId())
        .param("entries", entries)
        .update();
    database().sql("analyze audit_entry").update();
  }

  private record Case(
      String index,
      @Nullable UUID actor,
      @Nullable String subject,
      @Nullable String action,
      @Nullable Instant from,
      @Nullable Instant to) {

    AuditQuery query() {
      return new AuditQuery(actor, subject, action, from, to);
    }
  }
}
