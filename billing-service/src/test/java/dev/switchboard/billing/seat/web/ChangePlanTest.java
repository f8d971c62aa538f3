package dev.switchboard.billing.seat.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.testing.DeletedUsers;
import dev.switchboard.billing.testing.WebTest;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

class ChangePlanTest extends WebTest {
  private static final String SEATS = "billing.seats.v1";

  @Test
  @DisplayName("B6 another plan at once: seat, slot and timeline say so, and the list hears of it")
  void changes() {
    UUID user = seated("BASIC");

    MockHttpServletResponse answer = change(user, "PRO", true, "\"1\"");

    assertThat(ok(answer).path("plan").asString()).isEqualTo("PRO");
    assertThat(answer.getHeader("ETag")).isEqualTo("\"2\"");
    TestTopics.Event told = topics.await(SEATS, user.toString(), "seat.changed");
    assertThat(answer.getHeader("Consistency-Token")).isEqualTo("billing-service:" + told.id());
    assertThat(told.data().path("plan").asString()).isEqualTo("PRO");
    assertThat(told.data().path("version").asInt()).isEqualTo(2);
    assertThat(
            count(
                """
                select count(*) from seat s join plan_slot p using (slot_id)
                  join charge_interval c on c.slot_id = s.slot_id and c.ended_at is null
                  join seat_interval i on i.user_id = s.user_id and i.ended_at is null
                where s.user_id = ? and s.plan = 'PRO' and p.plan = 'PRO' and c.plan = 'PRO' and i.plan = 'PRO'
                """,
                user))
        .isEqualTo(1);
    assertThat(change(user, "PRO", true, "*").getHeader("Consistency-Token")).as("twice").isNull();
    assertThat(ok(call("GET", path(user), null, null)).path("plan").asString()).isEqualTo("PRO");
  }

  @Test
  @DisplayName("C2 E6 what costs more needs consent: 402 with the quote, and nothing changes")
  void consent() {
    UUID user = seated("BASIC");
    long before = nextTotal();

    MockHttpServletResponse refused = change(user, "PLUS", false, "*");

    refused(refused, 402, "plan.charge-not-accepted", null);
    JsonNode quote = body(refused).path("quote");
    assertThat(
            quote.path("monthly").path("after").path("amountCents").asLong()
                - quote.path("monthly").path("before").path("amountCents").asLong())
        .isEqualTo(500);
    assertThat(nextTotal()).isEqualTo(before);
    assertThat(change(user, "PLUS", true, "*").getStatus()).isEqualTo(200);
    assertThat(nextTotal())
        .isEqualTo(quote.path("nextStatement").path("after").path("amountCents").asLong());
  }

  @Test
  @DisplayName("B6 what costs less needs none; E4 there and back leaves the statement as it was")
  void thereAndBack() {
    UUID user = seated("PRO");
    long before = nextTotal();

    assertThat(change(user, "BASIC", false, "*").getStatus()).isEqualTo(200);
    assertThat(nextTotal()).isLessThan(before);
    assertThat(change(user, "PRO", true, "*").getStatus()).isEqualTo(200);

    assertThat(nextTotal()).isEqualTo(before);
  }

  @Test
  @DisplayName("E7 an account that is past due can't choose what costs more, and can what does not")
  void pastDue() {
    UUID user = seated("PLUS");
    database()
        .sql("update billing_account set standing = 'PAST_DUE' where account_id = ?")
        .param(account.id())
        .update();

    refused(change(user, "PRO", true, "*"), 409, "plan.past-due", null);
    assertThat(change(user, "BASIC", true, "*").getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("A6 a foreign user, an unknown one and a deleted one are all unknown")
  void unknown() {
    UUID gone = seated("BASIC");
    awaitTaken(new DeletedUsers(topics, account).delete(gone, 2, false, java.time.Instant.now()));
    Account other = signUp(0, "BASIC");
    UUID stranger = Ids.next();
    awaitTaken(invite(other, stranger, "BASIC", null, true));

    for (UUID user : List.of(gone, stranger, Ids.next())) {
      refused(change(user, "PRO", true, "*"), 404, "resource.not-found", null);
      refused(call("GET", path(user), null, null), 404, "resource.not-found", null);
    }
  }

  @Test
  @DisplayName(
      "D1 428 without If-Match, 412 with an old version; 16 at once: one wins, none is lost")
  void versions() throws Exception {
    UUID user = seated("BASIC");
    refused(change(user, "PRO", true, null), 428, "version.required", null);
    refused(change(user, "PRO", true, "\"7\""), 412, "version.mismatch", null);

    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Future<Integer>> answers =
          IntStream.range(0, 16)
              .mapToObj(i ->
                  threads.submit(
                      (Callable<Integer>)
                          () -> {
                            start.await();
                            return change(user, i % 2 == 0 ? "PRO" : "PLUS", true, "\"1\"")
                                .getStatus();
                          }))
              .toList();
      start.countDown();
      int won = 0;
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isIn(200, 412);
        won += answer.get() == 200 ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("H2 it is in the audit log, with both plans")
  void audited() {
    UUID user = seated("BASIC");
    ok(change(user, "PRO", true, "*"));

    JsonNode entry =
        topics.await("user.audit.v1", account.id().toString(), "audit.requested").data();
    assertThat(entry.path("action").asString()).isEqualTo("user.plan-changed");
    assertThat(entry.path("details").path("from").asString()).isEqualTo("BASIC");
    assertThat(entry.path("details").path("to").asString()).isEqualTo("PRO");
  }

  @Test
  @DisplayName("A6 only an admin sees prices of the account and changes plans")
  void callers() {
    UUID user = seated("BASIC");
    RequestPostProcessor himself = tokens.user(account.id(), user);
    RequestPostProcessor nobody = request -> request;
    String plan = "{\"plan\":\"PRO\",\"acceptCharges\":true}";
    String quote = "{\"changes\":[{\"type\":\"ADD_USER\",\"plan\":\"PRO\"}]}";

    for (String[] request :
        List.of(
            new String[] {"PUT", path(user), plan},
            new String[] {"POST", "/api/v1/quotes", quote},
            new String[] {"GET", "/api/v1/statements/next", ""},
            new String[] {"GET", path(user), ""})) {
      String body = request[2].isEmpty() ? null : request[2];
      assertThat(call(request[0], request[1], body, "*", himself).getStatus()).isEqualTo(403);
      assertThat(call(request[0], request[1], body, "*", nobody).getStatus()).isEqualTo(401);
      assertThat(
              call(request[0], request[1], body, "*", tokens.forged(account.id(), account.admin()))
                  .getStatus())
          .isEqualTo(401);
    }
  }

  @ParameterizedTest
  @DisplayName("B6 anything but a plan is refused, never a 5xx")
  @ValueSource(
      strings = {
        "{}",
        "{\"plan\":null}",
        "{\"plan\":\"GOLD\"}",
        "{\"plan\":1}",
        "{\"plan\":\"PRO\",\"acceptCharges\":\"yes\"}",
        "{\"plan\":\"PRO\",\"price\":0}",
        "[]",
        "{"
      })
  void badBodies(String body) {
    MockHttpServletResponse answer = call("PUT", path(account.admin()), body, "*");

    assertThat(answer.getStatus()).as(text(answer)).isIn(400, 422);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
  }

  private MockHttpServletResponse change(
      UUID user, String plan, boolean acceptCharges, @Nullable String ifMatch) {
    return call(
        "PUT",
        path(user),
        "{\"plan\":\"%s\",\"acceptCharges\":%s}".formatted(plan, acceptCharges),
        ifMatch);
  }

  private static String path(UUID user) {
    return "/api/v1/users/" + user + "/plan";
  }
}
