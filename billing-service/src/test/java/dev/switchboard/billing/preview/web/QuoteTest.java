package dev.switchboard.billing.preview.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.testing.DeletedUsers;
import dev.switchboard.billing.testing.WebTest;
import dev.switchboard.platform.time.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** The account has its admin on PRO and two open slots of BASIC. */
class QuoteTest extends WebTest {
  private static final AtomicInteger NEXT = new AtomicInteger();

  @Test
  @DisplayName("E6 the next statement: the month in advance, lines that are its total")
  void preview() {
    JsonNode next = ok(call("GET", "/api/v1/statements/next", null, null));

    assertThat(next.path("monthly").path("amountCents").asLong()).isEqualTo(2999 + 2 * 1499);
    assertThat(
            next.path("lines")
                .valueStream()
                .mapToLong(line -> line.path("amount").path("amountCents").asLong())
                .sum())
        .isEqualTo(next.path("total").path("amountCents").asLong());
    JsonNode basic = next.path("lines").path(0);
    assertThat(basic.path("kind").asString()).isEqualTo("RECURRING");
    assertThat(basic.path("plan").asString()).isEqualTo("BASIC");
    assertThat(basic.path("quantity").asInt()).isEqualTo(2);
  }

  @Test
  @DisplayName("C1 open slots are used first and cost nothing, the next one does")
  void addUsers() {
    JsonNode free = quote("ADD_USER", Map.of("plan", "BASIC"));
    assertThat(difference(free)).isZero();
    assertThat(free.path("lines").isEmpty()).isTrue();

    JsonNode three =
        ok(
            quote(
                List.of(
                    change("ADD_USER", Map.of("plan", "BASIC")),
                    change("ADD_USER", Map.of("plan", "BASIC")),
                    change("ADD_USER", Map.of("plan", "BASIC")))));
    assertThat(
            three.path("monthly").path("after").path("amountCents").asLong()
                - three.path("monthly").path("before").path("amountCents").asLong())
        .isEqualTo(1499);
  }

  @Test
  @DisplayName("E3 a quote followed by its change moves the preview by exactly the quote")
  void quoteIsTheBill() {
    long before = nextTotal();
    long quoted = difference(quote("ADD_USER", Map.of("plan", "PLUS")));
    UUID user = seated("PLUS");
    assertThat(nextTotal() - before).as("add").isEqualTo(quoted).isPositive();

    before = nextTotal();
    quoted = difference(quote("ADD_NUMBER", Map.of("userId", user)));
    String included = number(user);
    assertThat(nextTotal() - before).as("included number").isEqualTo(quoted).isZero();

    before = nextTotal();
    quoted = difference(quote("ADD_NUMBER", Map.of("userId", user)));
    String further = number(user);
    assertThat(nextTotal() - before).as("further number").isEqualTo(quoted).isPositive();

    before = nextTotal();
    quoted = difference(quote("CHANGE_PLAN", Map.of("userId", user, "plan", "BASIC")));
    ok(
        call(
            "PUT",
            "/api/v1/users/" + user + "/plan",
            "{\"plan\":\"BASIC\",\"acceptCharges\":true}",
            "*"));
    assertThat(nextTotal() - before).as("plan").isEqualTo(quoted);

    before = nextTotal();
    quoted = difference(quote("RELEASE_NUMBER", Map.of("number", further)));
    awaitTaken(tell(further, "number.released", 3, "QUARANTINED", null));
    assertThat(nextTotal() - before).as("release").isEqualTo(quoted).isNegative();

    before = nextTotal();
    quoted = difference(quote("TAKE_BACK_NUMBER", Map.of("number", further)));
    awaitTaken(tell(further, "number.ordered", 4, "UNASSIGNED", null));
    assertThat(nextTotal() - before).as("take back").isEqualTo(quoted).isPositive();
    assertThat(difference(quote("TAKE_BACK_NUMBER", Map.of("number", further))))
        .as("what the account has")
        .isZero();

    before = nextTotal();
    quoted = difference(quote("DELETE_USER", Map.of("userId", user)));
    awaitTaken(new DeletedUsers(topics, account).delete(user, 2, false, java.time.Instant.now()));
    assertThat(nextTotal() - before).as("delete").isEqualTo(quoted).isNegative();
    assertThat(included).isNotEmpty();
  }

  @Test
  @DisplayName("B6 what would be lost is named")
  void losses() {
    UUID user = seated("PRO");
    number(user);

    JsonNode quote = quote("CHANGE_PLAN", Map.of("userId", user, "plan", "BASIC"));

    assertThat(quote.path("losses").valueStream().map(JsonNode::asString).toList())
        .containsExactlyInAnyOrder("VIDEO_HIPAA", "INCLUDED_NUMBER", "UNLIMITED_MINUTES");
    assertThat(quote("CHANGE_PLAN", Map.of("userId", user, "plan", "PRO")).path("losses").isEmpty())
        .isTrue();
  }

  @Test
  @DisplayName("A6 users and numbers of nobody or of another account are unknown")
  void unknown() {
    UUID stranger = Ids.next();
    Account other = signUp(0, "BASIC");
    awaitTaken(invite(other, stranger, "BASIC", null, true));

    for (UUID user : List.of(stranger, Ids.next())) {
      refused(
          quote(List.of(change("DELETE_USER", Map.of("userId", user)))),
          422,
          "quote.user-unknown",
          "/changes/0/userId");
    }
    refused(
        quote(List.of(change("RELEASE_NUMBER", Map.of("number", "+13055550100")))),
        422,
        "quote.number-unknown",
        "/changes/0/number");
  }

  @ParameterizedTest
  @DisplayName("C1 a change is whole, and anything else is refused, never a 5xx")
  @ValueSource(
      strings = {
        "{}",
        "{\"changes\":null}",
        "{\"changes\":[]}",
        "{\"changes\":[null]}",
        "{\"changes\":[{}]}",
        "{\"changes\":[{\"type\":\"ADD_USER\"}]}",
        "{\"changes\":[{\"type\":\"ADD_USER\",\"plan\":\"GOLD\"}]}",
        "{\"changes\":[{\"type\":\"CHANGE_PLAN\",\"plan\":\"PRO\"}]}",
        "{\"changes\":[{\"type\":\"RELEASE_NUMBER\"}]}",
        "{\"changes\":[{\"type\":\"TAKE_BACK_NUMBER\"}]}",
        "{\"changes\":[{\"type\":\"ADD_USER\",\"plan\":\"PRO\",\"price\":0}]}",
        "{\"changes\":{\"type\":\"ADD_USER\"}}",
        "[]",
        "{"
      })
  void badBodies(String body) {
    MockHttpServletResponse answer = call("POST", "/api/v1/quotes", body, null);

    assertThat(answer.getStatus()).as(text(answer)).isIn(400, 422);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
  }

  private JsonNode quote(String type, Map<String, Object> more) {
    return ok(quote(List.of(change(type, more))));
  }

  private MockHttpServletResponse quote(List<Map<String, Object>> changes) {
    return call(
        "POST", "/api/v1/quotes", json.writeValueAsString(Map.of("changes", changes)), null);
  }

  private static Map<String, Object> change(String type, Map<String, Object> more) {
    Map<String, Object> change = new HashMap<>(more);
    change.put("type", type);
    return change;
  }

  private static long difference(JsonNode quote) {
    long difference =
        quote.path("nextStatement").path("after").path("amountCents").asLong()
            - quote.path("nextStatement").path("before").path("amountCents").asLong();
    assertThat(
            quote
                .path("lines")
                .valueStream()
                .mapToLong(line -> line.path("amount").path("amountCents").asLong())
                .sum())
        .as("its lines are the difference")
        .isEqualTo(difference);
    return difference;
  }

  /** A new number of this user. */
  private String number(UUID user) {
    String number = "+1305%07d".formatted(NEXT.incrementAndGet());
    awaitTaken(tell(number, "number.assigned", 1, "ASSIGNED", user));
    return number;
  }

  private UUID tell(String number, String type, long version, String state, @Nullable UUID holder) {
    Map<String, Object> data =
        new HashMap<>(
            Map.of(
                "accountId",
                account.id(),
                "version",
                version,
                "changed",
                List.of("state"),
                "actor",
                Map.of("type", "SYSTEM"),
                "number",
                number,
                "state",
                state));
    if (holder != null) {
      data.put("use", "DIRECT");
      data.put("userId", holder);
    }
    return topics.send("numbering.numbers.v1", number, type, account.id(), data);
  }
}
