package dev.switchboard.numbering.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.DeletedUsers;
import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

class OrderNumberTest extends OrderTest {
  private static final String NUMBERS = "numbering.numbers.v1";

  @Test
  @DisplayName("F1 an ordered number is the account's and unused, and all hear of it")
  void forThePool() {
    String number = fresh();

    UUID order = id(order(number, null, true));

    awaitState(order, "ACTIVE");
    JsonNode told = topics.await(NUMBERS, number, "number.ordered").data();
    assertThat(told.path("state").asString()).isEqualTo("UNASSIGNED");
    assertThat(told.path("version").asInt()).isEqualTo(1);
    assertThat(told.path("actor").path("userId").asString()).isEqualTo(admin.toString());
    assertThat(numbers("UNASSIGNED")).containsExactly(number);
  }

  @Test
  @DisplayName("B7 ordered and assigned in one go: number, line and list hear of it once")
  void forUser() {
    UUID user = invited();
    String number = fresh();

    awaitState(id(order(number, user, true)), "ACTIVE");

    JsonNode told = topics.await(NUMBERS, number, "number.assigned").data();
    assertThat(told.path("userId").asString()).isEqualTo(user.toString());
    assertThat(told.path("destination").path("type").asString()).isEqualTo("USER");
    JsonNode line = topics.await("numbering.lines.v1", user.toString(), "line.changed").data();
    assertThat(line.path("directNumbers").path(0).asString()).isEqualTo(number);
    assertThat(topics.all(NUMBERS, number)).hasSize(1);
  }

  @ParameterizedTest
  @DisplayName("B7 E2 on BASIC it costs $4.99, on PLUS and PRO the first is included")
  @CsvSource({"BASIC, 402, 402", "PLUS, 201, 402", "PRO, 201, 402"})
  void consent(String plan, int first, int second) {
    UUID user = invited();
    awaitTaken(occupySeat(account, user, plan, 1));

    MockHttpServletResponse one = order(fresh(), user, false);
    MockHttpServletResponse two = order(fresh(), user, false);

    assertThat(List.of(one.getStatus(), two.getStatus())).containsExactly(first, second);
    refused(two, 402, "number.charge-not-accepted", null);
    assertThat(body(two).path("quote").path("monthlyIncrease").path("amountCents").asInt())
        .isEqualTo(499);
    assertThat(body(two).path("quote").path("monthlyIncrease").path("currency").asString())
        .isEqualTo("USD");
  }

  @Test
  @DisplayName("E2 an unassigned number costs, and so does one for a user whose plan is not known")
  void consentWithoutPlan() {
    refused(order(fresh(), null, false), 402, "number.charge-not-accepted", null);
    refused(order(fresh(), invited(), false), 402, "number.charge-not-accepted", null);
    assertThat(count("select count(*) from phone_number where account_id = ?", account)).isZero();
  }

  @Test
  @DisplayName("F1 a number that the carrier does not have is not ordered, and the account is told")
  void notAvailable() {
    UUID order = id(order("+12125559999", null, true));

    awaitState(order, "FAILED");
    assertThat(read(order).path("reason").asString()).isEqualTo("NOT_AVAILABLE");
    assertThat(count("select count(*) from phone_number where account_id = ?", account)).isZero();
  }

  @Test
  @DisplayName("F1 what the account has, orders or has released is not ordered again")
  void notTwice() {
    String number = fresh();
    awaitState(id(order(number, null, true)), "ACTIVE");
    String other = fresh();
    unassigned(other, Ids.next());

    refused(order(number, null, true), 409, "number.in-use", null);
    refused(order(other, null, true), 409, "number.taken", null);
    perform(
        MockMvcRequestBuilders.delete(PATH + "/{number}", number)
            .header("If-Match", "*")
            .with(asAdmin()));
    refused(order(number, null, true), 409, "number.quarantined", null);
  }

  @Test
  @DisplayName("B7 never to a deleted user, nor to one of another account")
  void unknownUser() {
    UUID user = invited();
    awaitSent(new DeletedUsers(topics, account).delete(user, 2));

    refused(order(fresh(), user, true), 422, "number.user-unknown", "/assignTo");
    refused(order(fresh(), Ids.next(), true), 422, "number.user-unknown", "/assignTo");
  }

  @Test
  @DisplayName("F1 ten times with one key, one after the other and at once: one order")
  void idempotent() {
    String number = fresh();
    String key = "order-" + Ids.next();
    UUID first = id(order(asAdmin(), number, null, true, key));

    List<UUID> again =
        atOnce(
            IntStream.range(0, 10)
                .mapToObj(i -> (Callable<UUID>) () -> id(order(asAdmin(), number, null, true, key)))
                .toList());

    assertThat(again).containsOnly(first);
    awaitState(first, "ACTIVE");
    assertThat(carrier.ordered()).filteredOn(each -> each.value().equals(number)).hasSize(1);
    await("outbox is empty", () -> count("select count(*) from outbox") == 0);
    assertThat(topics.all(NUMBERS, number)).hasSize(1);
  }

  @Test
  @DisplayName("H2 the order is in the audit log")
  void audited() {
    UUID user = invited();
    id(order(fresh(), user, true));

    await("an entry", () -> !topics.all("user.audit.v1", account.toString()).isEmpty());
    JsonNode entry = topics.all("user.audit.v1", account.toString()).getFirst().data();
    assertThat(entry.path("action").asString()).isEqualTo("number.ordered");
    assertThat(entry.path("subject").path("id").asString()).isEqualTo(user.toString());
  }

  @Test
  @DisplayName("F1 the account's orders are listed, the newest first, and no other account's")
  void lists() {
    UUID first = id(order(fresh(), null, true));
    UUID second = id(order(fresh(), null, true));

    JsonNode mine = body(perform(MockMvcRequestBuilders.get(PATH + "/orders").with(asAdmin())));
    JsonNode others =
        body(
            perform(
                MockMvcRequestBuilders.get(PATH + "/orders")
                    .with(tokens.admin(Ids.next(), Ids.next()))));

    assertThat(mine.path("items").valueStream().map(each -> each.path("id").asString()).toList())
        .containsExactly(second.toString(), first.toString());
    assertThat(others.path("items").isEmpty()).isTrue();
  }

  @Test
  @DisplayName("F1 hoarding is capped: 50 orders a day, and on the next day again")
  void capped() {
    for (int i = 0; i < 50; i++) {
      id(order("+1905777%04d".formatted(i), null, true));
    }

    MockHttpServletResponse oneTooMany = order("+19057770050", null, true);

    refused(oneTooMany, 429, "number.limit", null);
    assertThat(Integer.parseInt(String.valueOf(oneTooMany.getHeader("Retry-After"))))
        .isBetween(1, 24 * 3600);
    assertThat(order(tokens.admin(Ids.next(), Ids.next()), "+19057770050", null, true, null))
        .satisfies(other -> assertThat(other.getStatus()).isEqualTo(201));
    clock.advance(Duration.ofDays(1));
    assertThat(order("+19057770051", null, true).getStatus()).isEqualTo(201);
  }

  @ParameterizedTest
  @DisplayName("F1 anything but one number in E.164 is refused, never a 5xx")
  @ValueSource(
      strings = {
        "{}",
        "{\"number\":null}",
        "{\"number\":\"2025550143\"}",
        "{\"number\":\"+1202555014300000\"}",
        "{\"number\":[\"+12025550143\"]}",
        "{\"number\":\"+12025550143\",\"assignTo\":\"x\"}",
        "{\"number\":\"+12025550143\",\"acceptCharges\":\"yes\"}",
        "{\"number\":\"+12025550143\",\"price\":0}",
        "[]",
        "{"
      })
  void badBodies(String body) {
    for (String path : List.of(PATH, PATH + "/reservations")) {
      MockHttpServletResponse answer = perform(post(path, body, asAdmin()));

      assertThat(answer.getStatus()).as(text(answer)).isIn(400, 422);
      assertThat(answer.getContentType()).startsWith("application/problem+json");
    }
  }

  private List<String> numbers(String state) {
    return body(perform(MockMvcRequestBuilders.get(PATH + "?state=" + state).with(asAdmin())))
        .path("items")
        .valueStream()
        .map(each -> each.path("number").asString())
        .toList();
  }
}
