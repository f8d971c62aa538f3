package dev.switchboard.paymentprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class PaymentsTest extends ProviderTest {

  @ParameterizedTest
  @DisplayName("E7 cards that succeed: the money is taken once, and can't be taken again")
  @EnumSource(names = {"SUCCEEDS", "SUCCEEDS_MASTERCARD"})
  void succeeds(TestCard card) throws Exception {
    String customer = newCustomer();
    String method = newCard(customer, card);
    String intent = id(newIntent(customer, "payment-1"));
    assertThat(charges()).as("nothing is taken by preparing it").isEmpty();

    Answer paid = charge(intent, method, "attempt-1");
    Answer again = charge(intent, method, "attempt-2");

    assertThat(status(paid)).isEqualTo("succeeded");
    assertThat(paid.body().path("amount_received").asLong()).isEqualTo(1499);
    assertThat(again.status()).isEqualTo(400);
    assertThat(error(again).path("code").asString()).isEqualTo("payment_intent_unexpected_state");
    assertThat(charges())
        .singleElement()
        .satisfies(charge -> {
          assertThat(charge.amount()).isEqualTo(1499);
          assertThat(charge.customer()).isEqualTo(customer);
          assertThat(charge.metadata()).containsEntry("payment_id", "payment-1");
        });
  }

  @ParameterizedTest
  @DisplayName("E7 cards that decline: 402 with the reason and the intent; another card may pay it")
  @CsvSource({
    "DECLINES, card_declined, generic_decline",
    "INSUFFICIENT_FUNDS, card_declined, insufficient_funds",
    "NEEDS_ACTION, authentication_required, authentication_required",
  })
  void declines(TestCard card, String code, String declineCode) throws Exception {
    String customer = newCustomer();
    String intent = id(newIntent(customer, "payment-1"));

    Answer declined = charge(intent, newCard(customer, card), "attempt-1");

    assertThat(declined.status()).isEqualTo(402);
    JsonNode error = error(declined);
    assertThat(error.path("type").asString()).isEqualTo("card_error");
    assertThat(error.path("code").asString()).isEqualTo(code);
    assertThat(error.path("decline_code").asString()).isEqualTo(declineCode);
    assertThat(error.path("payment_intent").path("status").asString())
        .isEqualTo("requires_payment_method");
    JsonNode now = get("/v1/payment_intents/" + intent).body();
    assertThat(now.path("last_payment_error").path("code").asString()).isEqualTo(code);
    assertThat(charges()).isEmpty();

    String other = newCard(customer, TestCard.SUCCEEDS);
    assertThat(status(charge(intent, other, "attempt-2"))).isEqualTo("succeeded");
    assertThat(charges()).hasSize(1);
  }

  @Test
  @DisplayName("E7 a card whose last month is over is declined")
  void expires() throws Exception {
    String customer = newCustomer();
    String method = newCard(customer, TestCard.SUCCEEDS);
    String intent = id(newIntent(customer, null));
    later = Duration.ofDays(365L * 20);

    Answer declined = charge(intent, method, "attempt-1");

    assertThat(declined.status()).isEqualTo(402);
    assertThat(error(declined).path("code").asString()).isEqualTo("expired_card");
    assertThat(charges()).isEmpty();
  }

  @Test
  @DisplayName(
      "E7 the money taken, no answer: the same key gives it later, and nothing more is taken")
  void losesAnswer() throws Exception {
    String customer = newCustomer();
    String method = newCard(customer, TestCard.LOSES_ANSWER);
    String intent = id(newIntent(customer, "payment-1"));

    assertThatThrownBy(() -> charge(intent, method, "attempt-1")).isInstanceOf(IOException.class);
    assertThat(charges()).as("taken all the same").hasSize(1);
    restart(null);

    assertThat(status(charge(intent, method, "attempt-1"))).isEqualTo("succeeded");
    assertThat(status(get("/v1/payment_intents/" + intent))).isEqualTo("succeeded");
    assertThat(charges()).hasSize(1);
  }

  @ParameterizedTest
  @DisplayName("E7 needs action with the owner there: confirmed it is paid, refused it is not")
  @CsvSource({"true, succeeded, succeeded", "false, failed, requires_payment_method"})
  void needsAction(boolean confirms, String redirectStatus, String status) throws Exception {
    String customer = newCustomer();
    String method = newCard(customer, TestCard.NEEDS_ACTION);
    String intent = id(newIntent(customer, "payment-1"));

    Answer waiting =
        post(
            "/v1/payment_intents/" + intent + "/confirm",
            "attempt-1",
            "payment_method",
            method,
            "return_url",
            DONE.toString());

    assertThat(status(waiting)).isEqualTo("requires_action");
    assertThat(waiting.body().path("next_action").path("type").asString())
        .isEqualTo("redirect_to_url");
    URI bank =
        URI.create(
            waiting.body().path("next_action").path("redirect_to_url").path("url").asString());
    assertThat(charges()).isEmpty();
    URI back = confirms ? holder.confirm(bank) : holder.refuse(bank);

    assertThat(back)
        .hasToString(DONE + "&payment_intent=" + intent + "&redirect_status=" + redirectStatus);
    assertThat(status(get("/v1/payment_intents/" + intent))).isEqualTo(status);
    assertThat(charges()).hasSize(confirms ? 1 : 0);
    assertThatThrownBy(() -> holder.confirm(bank))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("410");
    assertThat(charges()).hasSize(confirms ? 1 : 0);
  }

  @Test
  @DisplayName("E7 a card of another customer is not charged")
  void cardOfAnother() throws Exception {
    String method = newCard(newCustomer(), TestCard.SUCCEEDS);
    String intent = id(newIntent(newCustomer(), null));

    assertThat(charge(intent, method, "attempt-1").status()).isEqualTo(400);
    assertThat(charge(intent, "pm_unknown", "attempt-2").status()).isEqualTo(400);
    assertThat(charges()).isEmpty();
  }

  @Test
  @DisplayName("E7 a customer who was deleted is gone with his cards, once")
  void deletedCustomer() throws Exception {
    String customer = newCustomer();
    String method = newCard(customer, TestCard.SUCCEEDS);
    String intent = id(newIntent(customer, null));

    assertThat(delete("/v1/customers/" + customer).status()).isEqualTo(200);

    restart(null);
    assertThat(delete("/v1/customers/" + customer).status()).isEqualTo(404);
    assertThat(charge(intent, method, "attempt-1").status()).isEqualTo(400);
    assertThat(newIntent(customer, "payment-2").status()).isEqualTo(400);
    assertThat(charges()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("E7 32 confirmations at once, with one key or with many, take the money once")
  @CsvSource({"true, 32", "false, 1"})
  void takenOnce(boolean sameKey, int succeeded) throws Exception {
    String customer = newCustomer();
    String method = newCard(customer, TestCard.SUCCEEDS);
    String intent = id(newIntent(customer, "payment-1"));
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      String key = sameKey ? "attempt" : "attempt-" + i;
      calls.add(() -> charge(intent, method, key));
    }

    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(32)) {
      for (Future<Answer> answer : threads.invokeAll(calls)) {
        statuses.add(answer.get().status());
      }
    }

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(succeeded);
    assertThat(statuses).filteredOn(status -> status == 400).hasSize(32 - succeeded);
    assertThat(charges()).hasSize(1);
  }

  @Test
  @DisplayName("E7 auditors can ask what was taken, by customer, intent and our own ids")
  void auditors() throws Exception {
    String customer = newCustomer();
    String intent = id(newIntent(customer, null));
    charge(intent, newCard(customer, TestCard.SUCCEEDS), "attempt-1");

    for (String query :
        List.of("", "?customer=" + customer, "?payment_intent=" + intent, "?reference=payment-1")) {
      assertThat(items(query)).as(query).hasSize(1);
    }
    assertThat(items("?reference=payment-2")).isEmpty();
    assertThat(items("?customer=cus_other")).isEmpty();
    JsonNode charge = items("").get(0);
    assertThat(charge.path("amount").asLong()).isEqualTo(1499);
    assertThat(charge.path("currency").asString()).isEqualTo("usd");
    assertThat(charge.path("payment_intent").asString()).isEqualTo(intent);
  }

  private JsonNode items(String query) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(provider.uri() + "/api/charges" + query)).build();
    return Json.MAPPER
        .readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
        .path("items");
  }
}
