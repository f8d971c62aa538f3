package dev.switchboard.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.billing.issued.IssueStatements;
import dev.switchboard.billing.testing.FakeProvider.Does;
import dev.switchboard.billing.testing.PayingTest;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/** One payment for each statement, whatever runs at once. */
class PaymentRaceTest extends PayingTest {
  private static final Instant SIGNED_UP = Instant.parse("2026-11-02T14:03:05.120Z");

  @Autowired private IssueStatements issueStatements;
  @Autowired private CollectPayments collectPayments;
  @Autowired private Attempts attempts;
  @Autowired private TransactionOperations transaction;

  @Test
  @DisplayName("E8 thirty-two runs and admins at once: every statement is paid, and charged once")
  void race() throws Exception {
    enterCard(Does.SUCCEED);
    Instant due = SIGNED_UP.plus(Duration.ofDays(400));
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        int which = i;
        runs.add(
            threads.submit(() -> {
              if (which % 4 == 0) {
                issueStatements.run(due);
              } else if (which % 4 == 1) {
                payNewest();
              } else {
                collectPayments.run();
              }
            }));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    }
    // Who got no connection in the crowd leaves his lease behind.
    clock.advance(Duration.ofMinutes(5));
    issueStatements.run(due);
    collectPayments.run();

    List<UUID> statements =
        database()
            .sql("select statement_id from payment where account_id = ? and state = 'PAID'")
            .param(account.id())
            .query(UUID.class)
            .list();
    assertThat(statements).hasSize(14);
    assertThat(statements).allMatch(each -> provider.taken(each) == 1);
    assertThat(count("select count(*) from statement where account_id = ?", account.id()))
        .isEqualTo(14);
  }

  private void payNewest() {
    var list = body(call("GET", "/api/v1/statements", null, null)).path("items");
    list.forEach(each -> {
      int status =
          call("POST", "/api/v1/statements/" + each.path("id").asString() + "/payments", null, null)
              .getStatus();
      assertThat(status).isIn(200, 409, 503);
    });
  }

  @Test
  @DisplayName("E8 the database refuses a second payment of a statement and a second open try")
  void unique() {
    issueStatements.run(SIGNED_UP);
    UUID statementId = newestStatementId();

    assertThatThrownBy(() ->
            database()
                .sql(
                    """
                    insert into payment (statement_id, account_id, amount_cents, credit_cents, currency, state,
                      tries, issued_at, version) values (?, ?, 1, 0, 'USD', 'DUE', 0, now(), 1)
                    """)
                .params(statementId, account.id())
                .update())
        .isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(() ->
            Tenancy.as(
                account.id(),
                () ->
                    transaction.executeWithoutResult(status -> {
                      attempts.begin(attempt(statementId));
                      attempts.begin(attempt(statementId));
                    })))
        .isInstanceOf(DuplicateKeyException.class);
  }

  private Attempts.Attempt attempt(UUID statementId) {
    return new Attempts.Attempt(
        Ids.next(), statementId, account.id(), "token", false, clock.instant());
  }
}
