package dev.switchboard.billing.issued;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.statement.Period;
import dev.switchboard.billing.testing.ClosedAccounts;
import dev.switchboard.billing.testing.DeletedUsers;
import dev.switchboard.billing.testing.WebTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** E4, E5: what an account that has left gets back stands on one more statement, the last. */
class LastStatementTest extends WebTest {
  private static final Instant SIGNED_UP = Instant.parse("2026-11-02T14:03:05.120Z");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final int MONTH = 2999 + 2 * 1499;

  @Autowired private IssueStatements issueStatements;

  private record Issued(int period, long totalCents) {}

  @Test
  @DisplayName(
      "E4 the days that were paid in advance are given back, and then there is no statement more")
  void settles() {
    issueUntil(1);
    // Ten of the thirty-one days of December are used, the day of the change belongs to the new
    // state.
    leave(Instant.parse("2026-12-12T17:00:00Z"));

    issueUntil(6);

    assertThat(issued()).extracting(Issued::period).containsExactly(0, 1, 2);
    assertThat(issued().get(1).totalCents()).isEqualTo(MONTH);
    long unused = credit(2999) + 2 * credit(1499);
    assertThat(issued().getLast().totalCents()).isEqualTo(-unused);
    assertThat(count("select credit_cents from billing_account where account_id = ?", account.id()))
        .isEqualTo(unused);
    assertThat(
            count(
                "select count(*) from billing_account where account_id = ? and next_statement_at = 'infinity'",
                account.id()))
        .isEqualTo(1);
  }

  @Test
  @DisplayName("E5 who leaves before the first statement still gets it, and one more")
  void beforeTheFirst() {
    leave(SIGNED_UP.plusSeconds(60));

    issueUntil(6);

    assertThat(issued()).extracting(Issued::period).containsExactly(0, 1);
    assertThat(issued().stream().mapToLong(Issued::totalCents).sum())
        .as("there and back on one day nets to nothing")
        .isLessThanOrEqualTo(0);
  }

  @Test
  @DisplayName("E4 what is heard too late is given back as a whole month")
  void heardLate() {
    issueUntil(2);
    leave(Instant.parse("2026-12-12T17:00:00Z"));

    issueUntil(6);

    assertThat(issued()).extracting(Issued::period).containsExactly(0, 1, 2, 3);
    assertThat(issued().getLast().totalCents()).isEqualTo(-MONTH);
  }

  private void leave(Instant at) {
    awaitTaken(ClosedAccounts.erase(topics, account.id(), at));
    awaitTaken(new DeletedUsers(topics, account).delete(account.admin(), 2, false, at));
  }

  /** Of a month's price for the days from 12 December to 1 January, both included. */
  private static long credit(long cents) {
    return Math.round(cents * 21 / 31.0);
  }

  private void issueUntil(int period) {
    issueStatements.run(Period.of(SIGNED_UP, ZONE, period).start(ZONE).plus(Duration.ofHours(1)));
  }

  private List<Issued> issued() {
    return database()
        .sql(
            "select period_index, total_cents from statement where account_id = ? order by period_index")
        .param(account.id())
        .query((row, index) -> new Issued(row.getInt(1), row.getLong(2)))
        .list();
  }
}
