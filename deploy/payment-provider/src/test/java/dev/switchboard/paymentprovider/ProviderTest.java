package dev.switchboard.paymentprovider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A provider of its own for each test, called over HTTP as the services do. */
abstract class ProviderTest {
  static final String KEY = "sk_test_key";
  static final String WEBHOOK_SECRET = "whsec_secret";
  static final URI DONE = URI.create("https://switchboard.example/billing?card=done");

  final HttpClient http = HttpClient.newHttpClient();
  final CardHolder holder = new CardHolder();

  @TempDir Path folder;
  Duration later = Duration.ZERO;
  PaymentProviderServer provider;

  /** An answer of the interface. */
  record Answer(int status, JsonNode body, boolean replayed) {}

  @BeforeEach
  void start() {
    provider = PaymentProviderServer.start(settings(null));
  }

  @AfterEach
  void end() {
    provider.close();
  }

  /** Ends it, and starts it again with the same data. */
  void restart(@Nullable URI webhookUrl) {
    provider.close();
    provider = PaymentProviderServer.start(settings(webhookUrl));
  }

  ProviderSettings settings(@Nullable URI webhookUrl) {
    InstantSource source = () -> Instant.now().plus(later);
    return ProviderSettings.of(0, folder, KEY, WEBHOOK_SECRET, webhookUrl)
        .withWaits(Duration.ofMillis(50), Duration.ofMillis(20))
        .withClock(
            new Clock() {
              @Override
              public ZoneOffset getZone() {
                return ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(java.time.ZoneId zone) {
                return this;
              }

              @Override
              public Instant instant() {
                return source.instant();
              }
            });
  }

  /** Posts parameters, given as name, value, name, value. */
  Answer post(String path, @Nullable String key, String... parameters) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(provider.uri() + path))
            .header("Authorization", "Bearer " + KEY)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encode(parameters)));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return send(request.build());
  }

  Answer get(String path) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(provider.uri() + path))
            .header("Authorization", "Bearer " + KEY)
            .build());
  }

  Answer delete(String path) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(provider.uri() + path))
            .header("Authorization", "Bearer " + KEY)
            .DELETE()
            .build());
  }

  /** Each answer fits its schema: that of its object, or of an error. */
  Answer send(HttpRequest request) throws Exception {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    JsonNode body = Json.MAPPER.readTree(answer.body());
    String schema =
        answer.statusCode() == 200
            ? switch (body.path("object").asString("")) {
              case "customer" -> body.has("deleted") ? "deletedCustomer" : "customer";
              case "checkout.session" -> "checkoutSession";
              case "payment_intent" -> "paymentIntent";
              default -> throw new AssertionError("unknown answer: " + body);
            }
            : "error";
    assertThat(Schemas.errors(schema, body)).as(schema + " " + body).isEmpty();
    return new Answer(
        answer.statusCode(), body, answer.headers().firstValue("Idempotent-Replayed").isPresent());
  }

  static String encode(String... parameters) {
    return IntStream.range(0, parameters.length / 2)
        .mapToObj(i -> encode(parameters[2 * i]) + "=" + encode(parameters[2 * i + 1]))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  String newCustomer() throws Exception {
    return id(post("/v1/customers", null, "metadata[account_id]", UUID.randomUUID().toString()));
  }

  Answer openSession(String customer, @Nullable String key) throws Exception {
    return post(
        "/v1/checkout/sessions",
        key,
        "mode",
        "setup",
        "customer",
        customer,
        "payment_method_types[0]",
        "card",
        "client_reference_id",
        "setup-1",
        "success_url",
        DONE.toString(),
        "cancel_url",
        "https://switchboard.example/billing");
  }

  /** A card that the customer has entered at the page. */
  String newCard(String customer, TestCard card) throws Exception {
    Answer session = openSession(customer, null);
    holder.enter(URI.create(session.body().path("url").asString()), card);
    return get("/v1/checkout/sessions/"
            + id(session)
            + "?expand[]=setup_intent.payment_method".replace("[]", "%5B%5D"))
        .body()
        .path("setup_intent")
        .path("payment_method")
        .path("id")
        .asString();
  }

  Answer newIntent(String customer, @Nullable String key) throws Exception {
    return post(
        "/v1/payment_intents",
        key,
        "amount",
        "1499",
        "currency",
        "usd",
        "customer",
        customer,
        "payment_method_types[0]",
        "card",
        "metadata[payment_id]",
        "payment-1");
  }

  Answer charge(String intent, String card, String key) throws Exception {
    return post(
        "/v1/payment_intents/" + intent + "/confirm",
        key,
        "payment_method",
        card,
        "off_session",
        "true");
  }

  static String id(Answer answer) {
    return answer.body().path("id").asString();
  }

  static String status(Answer answer) {
    return answer.body().path("status").asString();
  }

  static JsonNode error(Answer answer) {
    return answer.body().path("error");
  }

  List<Charge> charges() {
    return provider.charges();
  }
}
