package dev.switchboard.paymentprovider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CardPageTest extends ProviderTest {

  @Test
  @DisplayName("E7 a card entered at the page is kept as brand, last four and expiry, nothing else")
  void entersCard() throws Exception {
    Answer session = openSession(newCustomer(), "setup-1");
    URI page = URI.create(session.body().path("url").asString());
    assertThat(read(page).body())
        .contains("for development", "4242 4242 4242 4242")
        .contains("<label for=number>");

    URI back = holder.enter(page, TestCard.SUCCEEDS_MASTERCARD);

    assertThat(back).isEqualTo(DONE);
    String path = "/v1/checkout/sessions/" + id(session);
    JsonNode plain = get(path).body();
    assertThat(plain.path("status").asString()).isEqualTo("complete");
    assertThat(plain.path("setup_intent").isString()).isTrue();
    JsonNode intent =
        get(path + "?expand%5B%5D=setup_intent.payment_method").body().path("setup_intent");
    assertThat(intent.path("status").asString()).isEqualTo("succeeded");
    JsonNode card = intent.path("payment_method").path("card");
    assertThat(card.toString())
        .isEqualTo(
            "{\"brand\":\"mastercard\",\"last4\":\"4444\",\"exp_month\":12,\"exp_year\":2034}");
    assertThat(Files.readString(folder.resolve("journal.jsonl")))
        .contains("4444")
        .doesNotContain("5555555555554444");
  }

  @Test
  @DisplayName("E7 the same key opens the same page; one card at each")
  void oneCardAtEachPage() throws Exception {
    String customer = newCustomer();
    Answer session = openSession(customer, "setup-1");
    assertThat(openSession(customer, "setup-1").body()).isEqualTo(session.body());
    URI page = URI.create(session.body().path("url").asString());
    holder.enter(page, TestCard.SUCCEEDS);

    HttpResponse<String> again = enter(page, "4242424242424242", "12/34", "123");

    assertThat(again.statusCode()).isEqualTo(410);
    assertThat(again.body()).contains("already");
    assertThat(read(page).body()).contains("already").doesNotContain("<form");
  }

  @Test
  @DisplayName("E7 a page is open for 24 hours")
  void pageExpires() throws Exception {
    Answer session = openSession(newCustomer(), null);
    URI page = URI.create(session.body().path("url").asString());
    later = Duration.ofHours(25);

    assertThat(read(page).body()).contains("has expired").doesNotContain("<form");
    assertThat(enter(page, "4242424242424242", "12/34", "123").statusCode()).isEqualTo(410);
    assertThat(status(get("/v1/checkout/sessions/" + id(session)))).isEqualTo("expired");
  }

  @ParameterizedTest
  @DisplayName("E7 what is wrong is told, nothing is kept and the number is not repeated")
  @CsvSource({
    "4242424242424241, 12/34, 123, not right",
    "'', 12/34, 123, not right",
    "4111111111111111, 12/34, 123, none of the test cards",
    "4242 4242 4242 4242, 12/34, 12, three digits",
    "4242 4242 4242 4242, 13/34, 123, from 01 to 12",
    "4242 4242 4242 4242, 01/20, 123, has expired",
    "4242 4242 4242 4242, soon, 123, month and year",
  })
  void wrongEntries(String number, String expiry, String cvc, String message) throws Exception {
    Answer session = openSession(newCustomer(), null);

    HttpResponse<String> answer =
        enter(URI.create(session.body().path("url").asString()), number, expiry, cvc);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("role=alert", message);
    assertThat(answer.body().replaceAll("(?s)<table.*", ""))
        .doesNotContain("4242424242424241", "4111111111111111");
    assertThat(status(get("/v1/checkout/sessions/" + id(session)))).isEqualTo("open");
  }

  @ParameterizedTest
  @DisplayName("E7 an expiry may be written in the usual ways")
  @ValueSource(strings = {"12/34", "12 / 34", "12/2034", " 12/34 "})
  void expiries(String expiry) throws Exception {
    Answer session = openSession(newCustomer(), null);
    URI page = URI.create(session.body().path("url").asString());
    assertThat(enter(page, "4242-4242-4242-4242", expiry, "123").statusCode()).isEqualTo(303);
  }

  @Test
  @DisplayName("E7 the page with the test cards names each, and all their numbers are right")
  void testCards() throws Exception {
    HttpResponse<String> page = read(provider.uri().resolve("/"));
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    for (TestCard card : TestCard.values()) {
      assertThat(CardForm.hasRightCheckDigit(card.number())).as(card.name()).isTrue();
      assertThat(TestCard.withLastFour(card.lastFour())).isEqualTo(card);
      assertThat(page.body()).contains(Html.escape(card.behaviour()));
    }
  }

  @ParameterizedTest
  @DisplayName("E7 pages that are not there")
  @ValueSource(strings = {"/card/cs_test_1", "/card", "/confirm/pi_1", "/elsewhere", "/api/all"})
  void noPage(String path) throws Exception {
    assertThat(read(provider.uri().resolve(path)).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> read(URI page) throws Exception {
    return http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> enter(URI page, String number, String expiry, String cvc)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(page)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    encode("number", number, "expiry", expiry, "cvc", cvc)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
