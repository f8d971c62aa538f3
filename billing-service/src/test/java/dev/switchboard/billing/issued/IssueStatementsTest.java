package dev.switchboard.billing.issued;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.billing.statement.Period;
import dev.switchboard.billing.testing.DeletedUsers;
import dev.switchboard.billing.testing.WebTest;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/**
 * The account signed up on 2 November 2026 in New York; its admin has PRO, two slots of BASIC are
 * open.
 */
class IssueStatementsTest extends WebTest {
  private static final Instant SIGNED_UP = Instant.parse("2026-11-02T14:03:05.120Z");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Duration GRACE = Duration.ofHours(1);
  private static final int AT_SIGN_UP = 2999 + 2 * 1499;

  @Autowired private IssueStatements issueStatements;
  @Autowired private IssuedStatements issuedStatements;
  @Autowired private TransactionOperations transaction;

  @Test
  @DisplayName("E5 the first statement is due with the sign-up and charges what was bought with it")
  void first() {
    seated("PLUS");
    issueStatements.run(SIGNED_UP);

    JsonNode statements = ok(call("GET", "/api/v1/statements", null, null));
    assertThat(statements.path("total").asInt()).isEqualTo(1);
    JsonNode only = statements.path("items").path(0);
    assertThat(only.path("from").asString()).isEqualTo("2026-11-02");
    assertThat(only.path("to").asString()).isEqualTo("2026-12-01");
    assertThat(only.path("total").path("amountCents").asInt()).isEqualTo(AT_SIGN_UP);
  }

  @Test
  @DisplayName("E3 E6 the statement is, line by line and to the cent, what the preview said")
  void previewIsTheStatement() {
    seated("PLUS");
    UUID changed = seated("BASIC");
    String plan = "/api/v1/users/" + changed + "/plan";
    ok(call("PUT", plan, "{\"plan\":\"PRO\",\"acceptCharges\":true}", "*"));
    JsonNode preview = ok(call("GET", "/api/v1/statements/next", null, null));
    Period present =
        Period.containing(SIGNED_UP, ZONE, java.time.LocalDate.ofInstant(Instant.now(), ZONE));

    issueUntil(present.index() + 1);

    JsonNode issued = newest();
    assertThat(issued.path("lines")).isEqualTo(preview.path("lines")).isNotEmpty();
    assertThat(issued.path("total")).isEqualTo(preview.path("total"));
    assertThat(issued.path("from")).isEqualTo(preview.path("from"));
    assertThat(ok(call("GET", "/api/v1/statements", null, null)).path("total").asInt())
        .isEqualTo(present.index() + 2);
  }

  @Test
  @DisplayName("E4 the statement waits an hour for what is on its way when its period begins")
  void grace() {
    Instant begin = Period.of(SIGNED_UP, ZONE, 1).start(ZONE);
    issueStatements.run(begin.plus(GRACE).minusMillis(1));
    assertThat(count()).isEqualTo(1);
    issueStatements.run(begin.plus(GRACE));
    assertThat(count()).isEqualTo(2);
  }

  @Test
  @DisplayName("E8 thirty-two runs at once, and again: each statement once")
  void race() throws Exception {
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      accounts.add(signUp(1, "PLUS"));
    }
    Instant due = Period.of(SIGNED_UP, ZONE, 3).start(ZONE).plus(GRACE);
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      List<Future<?>> runs = new ArrayList<>();
      IntStream.range(0, 32).forEach(i -> runs.add(threads.submit(() -> issueStatements.run(due))));
      for (Future<?> run : runs) {
        run.get();
      }
    }
    issueStatements.run(due);

    for (Account each : accounts) {
      assertThat(
              database()
                  .sql(
                      "select period_index from statement where account_id = ? order by issued_at, period_index")
                  .param(each.id())
                  .query(Integer.class)
                  .list())
          .containsExactly(0, 1, 2, 3);
    }
  }

  @Test
  @DisplayName("E8 a run that dies half-way leaves no trace, and the next one does its work")
  void killed() {
    assertThatThrownBy(() ->
            transaction.executeWithoutResult(status -> {
              Tenancy.asSystem(() -> issueStatements.run(SIGNED_UP));
              throw new IllegalStateException("killed");
            }))
        .hasMessage("killed");
    assertThat(count()).isZero();

    issueStatements.run(SIGNED_UP);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  @DisplayName("E8 the database refuses a second statement of an account and period")
  void unique() {
    issueStatements.run(SIGNED_UP);
    IssuedStatement one = Tenancy.as(account.id(), () -> inTransaction()).getFirst();
    IssuedStatement again =
        new IssuedStatement(Ids.next(), one.accountId(), one.draft(), one.issuedAt());

    assertThatThrownBy(() ->
            Tenancy.as(
                account.id(),
                () ->
                    transaction.executeWithoutResult(
                        status -> issuedStatements.insert(List.of(again)))))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  @DisplayName(
      "E8 what is learnt after the statement counts from then on: nothing that was issued changes")
  void late() {
    UUID user = seated("BASIC");
    issueUntil(2);
    JsonNode before = newest();
    Instant closed = Period.of(SIGNED_UP, ZONE, 2).start(ZONE);

    new DeletedUsers(topics, account).delete(user, 2, false, closed.minus(Duration.ofDays(9)));
    await(
        "deleted",
        () ->
            count("select count(*) from seat where user_id = ? and state = 'VACATED'", user) == 1);

    assertThat(
            database()
                .sql("select ended_at from seat_interval where user_id = ?")
                .param(user)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant())
        .isEqualTo(closed);
    issueUntil(3);
    JsonNode next = newest();
    assertThat(next.path("lines").valueStream().map(line -> line.path("kind").asString()))
        .contains("CREDIT");
    assertThat(ok(call("GET", "/api/v1/statements/" + before.path("id").asString(), null, null)))
        .isEqualTo(before);
  }

  @Test
  @DisplayName(
      "E6 the list goes on page by page; a foreign or unknown statement is a 404, users see none")
  void reading() {
    issueUntil(4);
    JsonNode first = ok(call("GET", "/api/v1/statements?limit=3", null, null));
    assertThat(first.path("items").size()).isEqualTo(3);
    JsonNode rest =
        ok(
            call(
                "GET",
                "/api/v1/statements?limit=3&cursor=" + first.path("next").asString(),
                null,
                null));
    assertThat(rest.path("items").size()).isEqualTo(2);
    assertThat(rest.path("next").isNull() || rest.path("next").isMissingNode()).isTrue();
    refused(
        call("GET", "/api/v1/statements?cursor=WyJ4Il0", null, null), 400, "cursor.invalid", null);
    refused(call("GET", "/api/v1/statements?limit=0", null, null), 422, "request.invalid", null);

    String path = "/api/v1/statements/" + first.path("items").path(0).path("id").asString();
    Account other = signUp(0, "BASIC");
    refused(
        call("GET", path, null, null, tokens.admin(other.id(), other.admin())),
        404,
        "resource.not-found",
        null);
    refused(
        call("GET", "/api/v1/statements/" + Ids.next(), null, null),
        404,
        "resource.not-found",
        null);
    UUID user = seated("BASIC");
    for (String each : List.of("/api/v1/statements", path)) {
      assertThat(call("GET", each, null, null, tokens.user(account.id(), user)).getStatus())
          .isEqualTo(403);
    }
  }

  private List<IssuedStatement> inTransaction() {
    return java.util.Objects.requireNonNull(
        transaction.execute(status -> issuedStatements.page(account.id(), Integer.MAX_VALUE, 10)));
  }

  private void issueUntil(int period) {
    issueStatements.run(Period.of(SIGNED_UP, ZONE, period).start(ZONE).plus(GRACE));
  }

  private JsonNode newest() {
    String id =
        ok(call("GET", "/api/v1/statements", null, null))
            .path("items")
            .path(0)
            .path("id")
            .asString();
    return ok(call("GET", "/api/v1/statements/" + id, null, null));
  }

  private long count() {
    return count("select count(*) from statement where account_id = ?", account.id());
  }
}
