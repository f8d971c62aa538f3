package dev.switchboard.billing.usage.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.testing.CallMinutes;
import dev.switchboard.billing.testing.DeletedUsers;
import dev.switchboard.billing.testing.WebTest;
import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class UsageTest extends WebTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final YearMonth present = YearMonth.now(ZONE);
  private final YearMonth last = present.minusMonths(1);
  private final YearMonth before = present.minusMonths(2);

  @Test
  @DisplayName("E9 minutes by user and month, who called most first, with all who have a seat")
  void list() {
    UUID basic = seated("BASIC");
    UUID plus = seated("PLUS");
    tell(basic, present, 30_059, 70);
    tell(plus, present, 90_000, 12);
    tell(plus, last, 60, 1);

    JsonNode usage = ok(call("GET", "/api/v1/usage", null, null));

    assertThat(usage.path("month").asString()).isEqualTo(present.toString());
    assertThat(texts(usage.path("months"))).containsExactly(present.toString(), last.toString());
    assertThat(usage.path("total").asInt()).isEqualTo(3);
    assertThat(rows(usage))
        .containsExactly(
            plus + " PLUS 1500 of - in 12",
            basic + " BASIC 500 of 500 in 70",
            account.admin() + " PRO 0 of - in 0");

    JsonNode lastMonth = ok(call("GET", "/api/v1/usage?month=" + last, null, null));
    assertThat(rows(lastMonth).getFirst()).isEqualTo(plus + " PLUS 1 of - in 1");
    JsonNode none = ok(call("GET", "/api/v1/usage?month=2024-02", null, null));
    assertThat(none.path("total").asInt()).isEqualTo(3);
    assertThat(rows(none)).allMatch(row -> row.contains(" 0 of "));
  }

  @Test
  @DisplayName("E9 before the first call there is the present month only, and no advice")
  void empty() {
    held("PLUS");
    JsonNode usage = ok(call("GET", "/api/v1/usage", null, null));
    assertThat(texts(usage.path("months"))).containsExactly(present.toString());
    assertThat(usage.path("total").asInt()).isEqualTo(2);
    assertThat(advised(usage)).isEmpty();
  }

  @Test
  @DisplayName("E9 D6 a deleted user's minutes stay, without plan and advice")
  void deleted() {
    UUID user = held("BASIC");
    over(user);
    new DeletedUsers(topics, account).delete(user, 2, false, Instant.now());
    await(
        "deleted",
        () ->
            count("select count(*) from seat where user_id = ? and state = 'VACATED'", user) == 1);

    JsonNode usage = ok(call("GET", "/api/v1/usage?month=" + last, null, null));
    assertThat(rows(usage))
        .containsExactly(user + " - 600 of - in 10", account.admin() + " PRO 0 of - in 0");
    assertThat(advised(usage)).isEmpty();
  }

  @Test
  @DisplayName("E9 advice with its reason; its saving is the difference of the quote, to the cent")
  void advice() {
    UUID over = held("BASIC");
    UUID within = held("PLUS");
    UUID withNumber = held("PLUS");
    UUID withTwo = held("BASIC");
    UUID pro = held("PRO");
    number(withNumber);
    number(withTwo);
    number(withTwo);
    over(over);
    over(withTwo);
    for (UUID each : List.of(within, withNumber, pro)) {
      tell(each, before, 400 * 60, 10);
      tell(each, last, 60, 1);
    }

    JsonNode usage = ok(call("GET", "/api/v1/usage", null, null));

    assertThat(advised(usage))
        .containsOnly(
            Map.entry(over, "PLUS OVER_INCLUDED_MINUTES 700 -500"),
            // A BASIC user pays for both numbers, a PLUS user for the second one only.
            Map.entry(withTwo, "PLUS OVER_INCLUDED_MINUTES 700 -1"),
            Map.entry(within, "BASIC WELL_WITHIN_INCLUDED_MINUTES 200 500"));
    assertThat(quoted(over, "PLUS")).isEqualTo(-500);
    assertThat(quoted(withTwo, "PLUS")).isEqualTo(-1);
    assertThat(quoted(within, "BASIC")).isEqualTo(500);
    assertThat(quoted(withNumber, "BASIC")).as("one cent is no reason").isEqualTo(1);
  }

  @Test
  @DisplayName("E9 several are changed as advised: their savings are together the one quote")
  void apply() {
    UUID over = held("BASIC");
    UUID within = held("PLUS");
    over(over);
    tell(within, before, 60, 1);
    tell(within, last, 60, 1);
    JsonNode items = ok(call("GET", "/api/v1/usage?advised=true", null, null)).path("items");
    List<String> changes = new ArrayList<>();
    long saving = 0;
    for (JsonNode item : items) {
      JsonNode advice = item.path("advice");
      changes.add(change(item.path("userId").asString(), advice.path("plan").asString()));
      saving += advice.path("savingPerMonth").path("amountCents").asLong();
    }

    assertThat(changes).hasSize(2);
    assertThat(quoted(changes)).isEqualTo(saving).isZero();
    for (JsonNode item : items) {
      ok(
          call(
              "PUT",
              "/api/v1/users/" + item.path("userId").asString() + "/plan",
              "{\"plan\":\"%s\",\"acceptCharges\":true}"
                  .formatted(item.path("advice").path("plan").asString()),
              "*"));
    }
    JsonNode after = ok(call("GET", "/api/v1/usage", null, null));
    assertThat(rows(after)).anyMatch(row -> row.startsWith(over + " PLUS"));
    assertThat(advised(after)).as("the new plans have no complete month yet").isEmpty();
  }

  @Test
  @DisplayName("E9 who has not had the plan in all of these months gets no advice")
  void sinceWhen() {
    UUID late = held("PLUS");
    UUID early = held("PLUS");
    Instant begin = before.atDay(1).atStartOfDay(ZONE).toInstant();
    since(late, begin.plusMillis(1));
    since(early, begin);
    over(held("BASIC"));

    assertThat(advised(ok(call("GET", "/api/v1/usage", null, null))))
        .containsKey(early)
        .doesNotContainKey(late);
  }

  @Test
  @DisplayName(
      "E9 a month of which nothing was told speaks for nobody; in one that was, nothing is 0")
  void untoldMonth() {
    UUID user = held("PLUS");
    tell(user, last, 60, 1);
    tell(user, before.minusMonths(1), 60, 1);
    assertThat(advised(ok(call("GET", "/api/v1/usage", null, null)))).isEmpty();

    tell(held("PRO"), before, 60, 1);
    assertThat(advised(ok(call("GET", "/api/v1/usage", null, null)))).containsOnlyKeys(user);
  }

  @ParameterizedTest
  @DisplayName("E9 page by page each user once, in order; only those with advice when asked for")
  @ValueSource(booleans = {false, true})
  void paging(boolean advised) {
    for (int i = 0; i < 5; i++) {
      over(held("BASIC"));
    }
    tell(held("BASIC"), present, 90_000, 12);
    String list = "/api/v1/usage?limit=2&advised=" + advised;
    List<String> seen = new ArrayList<>();
    JsonNode page = ok(call("GET", list, null, null));
    seen.addAll(rows(page));
    while (page.hasNonNull("next")) {
      page = ok(call("GET", list + "&cursor=" + page.path("next").asString(), null, null));
      seen.addAll(rows(page));
    }

    int expected = advised ? 5 : 7;
    assertThat(seen).hasSize(expected).doesNotHaveDuplicates();
    assertThat(page.path("total").asInt()).isEqualTo(expected);
    assertThat(seen)
        .containsExactlyElementsOf(
            rows(ok(call("GET", "/api/v1/usage?advised=" + advised, null, null))));
  }

  @Test
  @DisplayName("E9 a cursor of another list, an impossible month or limit is refused")
  void refusals() {
    over(held("BASIC"));
    String next =
        ok(call("GET", "/api/v1/usage?limit=1&month=" + last, null, null)).path("next").asString();
    refused(
        call("GET", "/api/v1/usage?limit=1&cursor=" + next, null, null),
        400,
        "cursor.invalid",
        null);
    for (String query : List.of("month=2026-13", "month=11/2026", "limit=0", "limit=201")) {
      refused(call("GET", "/api/v1/usage?" + query, null, null), 422, "request.invalid", null);
    }
  }

  @Test
  @DisplayName("A6 admins only, each of his own account; before billing knows it, a 503")
  void callers() {
    UUID user = seated("BASIC");
    tell(user, present, 60, 1);
    assertThat(
            call("GET", "/api/v1/usage", null, null, tokens.user(account.id(), user)).getStatus())
        .isEqualTo(403);
    Account other = signUp(0, "BASIC");
    JsonNode foreign =
        ok(call("GET", "/api/v1/usage", null, null, tokens.admin(other.id(), other.admin())));
    assertThat(rows(foreign)).containsExactly(other.admin() + " PRO 0 of - in 0");
    assertThat(foreign.path("items").path(0).path("calls").asInt()).isZero();
    refused(
        call("GET", "/api/v1/usage", null, null, tokens.admin(Ids.next(), Ids.next())),
        503,
        "service.unavailable",
        null);
  }

  /** Somebody who has had this plan for long. */
  private UUID held(String plan) {
    UUID user = seated(plan);
    since(user, Instant.now().minus(Duration.ofDays(200)));
    return user;
  }

  private void since(UUID user, Instant since) {
    database()
        .sql("update seat set since = ?::timestamptz where user_id = ?")
        .params(since.toString(), user)
        .update();
  }

  /** More than 500 minutes in both months. */
  private void over(UUID user) {
    tell(user, before, 800 * 60, 10);
    tell(user, last, 600 * 60, 10);
  }

  private void tell(UUID user, YearMonth month, long seconds, long calls) {
    awaitTaken(new CallMinutes(topics, account.id()).tell(user, month, 1, seconds, calls));
  }

  private void number(UUID user) {
    String number = "+1319%07d".formatted(NUMBERS.incrementAndGet());
    awaitTaken(
        topics.send(
            "numbering.numbers.v1",
            number,
            "number.assigned",
            account.id(),
            Map.of(
                "accountId",
                account.id(),
                "version",
                1,
                "changed",
                List.of("state"),
                "actor",
                Map.of("type", "SYSTEM"),
                "number",
                number,
                "state",
                "ASSIGNED",
                "use",
                "DIRECT",
                "userId",
                user,
                "destination",
                Map.of("type", "USER", "userId", user))));
  }

  private static String change(Object user, String plan) {
    return "{\"type\":\"CHANGE_PLAN\",\"userId\":\"%s\",\"plan\":\"%s\"}".formatted(user, plan);
  }

  private long quoted(UUID user, String plan) {
    return quoted(List.of(change(user, plan)));
  }

  /** What is paid less each month, in cents. */
  private long quoted(List<String> changes) {
    JsonNode monthly =
        ok(call(
                "POST",
                "/api/v1/quotes",
                "{\"changes\":[" + String.join(",", changes) + "]}",
                null))
            .path("monthly");
    return monthly.path("before").path("amountCents").asLong()
        - monthly.path("after").path("amountCents").asLong();
  }

  private static List<String> rows(JsonNode usage) {
    return usage
        .path("items")
        .valueStream()
        .map(item ->
            "%s %s %s of %s in %s"
                .formatted(
                    item.path("userId").asString(),
                    item.hasNonNull("plan") ? item.path("plan").asString() : "-",
                    item.path("minutes").asInt(),
                    item.hasNonNull("includedMinutes") ? item.path("includedMinutes").asInt() : "-",
                    item.path("calls").asInt()))
        .toList();
  }

  private static Map<UUID, String> advised(JsonNode usage) {
    return usage
        .path("items")
        .valueStream()
        .filter(item -> item.hasNonNull("advice"))
        .collect(
            java.util.stream.Collectors.toMap(
                item -> UUID.fromString(item.path("userId").asString()),
                item ->
                    "%s %s %s %s"
                        .formatted(
                            item.path("advice").path("plan").asString(),
                            item.path("advice").path("reason").asString(),
                            item.path("advice").path("averageMinutes").asInt(),
                            item.path("advice")
                                .path("savingPerMonth")
                                .path("amountCents")
                                .asInt())));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
