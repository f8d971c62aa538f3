package dev.switchboard.paymentprovider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest extends ProviderTest {

  @ParameterizedTest
  @DisplayName("E7 without the secret key nothing is answered")
  @ValueSource(strings = {"", "Bearer wrong", "Basic sk_test_key", "Bearer sk_test_keys"})
  void keyIsNeeded(String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(provider.uri() + "/v1/customers"))
            .POST(HttpRequest.BodyPublishers.noBody());
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }

    Answer answer = send(request.build());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(error(answer).path("type").asString()).isEqualTo("invalid_request_error");
  }

  @Test
  @DisplayName("E7 the same key and the same parameters: the same answer, and nothing done again")
  void sameKeySameAnswer() throws Exception {
    Answer first = post("/v1/customers", "customer-1", "metadata[account_id]", "a");
    Answer second = post("/v1/customers", "customer-1", "metadata[account_id]", "a");
    restart(null);
    Answer third = post("/v1/customers", "customer-1", "metadata[account_id]", "a");

    assertThat(first.replayed()).isFalse();
    assertThat(second.replayed()).isTrue();
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(third.body()).as("after a restart").isEqualTo(first.body());
    assertThat(id(post("/v1/customers", "customer-2", "metadata[account_id]", "a")))
        .isNotEqualTo(id(first));
  }

  @Test
  @DisplayName("E7 the same key with other parameters is refused")
  void sameKeyOtherParameters() throws Exception {
    post("/v1/customers", "customer-1", "metadata[account_id]", "a");

    Answer other = post("/v1/customers", "customer-1", "metadata[account_id]", "b");

    assertThat(other.status()).isEqualTo(400);
    assertThat(error(other).path("type").asString()).isEqualTo("idempotency_error");
  }

  @Test
  @DisplayName("E7 a key counts for 24 hours, as the interface promises, and no longer")
  void keyExpires() throws Exception {
    Answer first = post("/v1/customers", "customer-1", "metadata[account_id]", "a");

    later = Duration.ofHours(23);
    assertThat(post("/v1/customers", "customer-1", "metadata[account_id]", "a").replayed())
        .isTrue();
    later = Duration.ofHours(25);
    assertThat(id(post("/v1/customers", "customer-1", "metadata[account_id]", "a")))
        .isNotEqualTo(id(first));
  }

  @ParameterizedTest
  @DisplayName("E7 a request that breaks its schema is refused, and its key stays free")
  @CsvSource({
    "amount, 0",
    "amount, -5",
    "amount, 14.99",
    "amount, ''",
    "currency, USD",
    "currency, dollar",
    "customer, 17",
    "customer, cus_unknown",
    "payment_method_types[0], sepa_debit",
    "unknown, x",
    "metadata[a][b], x",
    "payment_method_types, card",
    "application_fee_amount, 5",
  })
  void wrongRequests(String name, String value) throws Exception {
    String customer = newCustomer();
    java.util.Map<String, String> parameters = new java.util.LinkedHashMap<>();
    parameters.put("amount", "1499");
    parameters.put("currency", "usd");
    parameters.put("customer", customer);
    parameters.put("payment_method_types[0]", "card");
    parameters.put(name, value);
    Answer answer =
        post(
            "/v1/payment_intents",
            "payment-1",
            parameters.entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(error(answer).path("type").asString()).isEqualTo("invalid_request_error");
    assertThat(newIntent(customer, "payment-1").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("E7 what is not there is answered with 404")
  void unknown() throws Exception {
    for (String path :
        new String[] {
          "/v1/payment_intents/pi_1", "/v1/checkout/sessions/cs_test_1", "/v1/refunds", "/v1/"
        }) {
      assertThat(get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(error(get("/v1/payment_intents/pi_1")).path("code").asString())
        .isEqualTo("resource_missing");
  }
}
