package dev.switchboard.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.e2e.journey.VoicePlatform.Route;
import dev.switchboard.local.client.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A number's life through the gateway, and what a voice platform makes of it. */
class NumberJourneyTest extends JourneyTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  @DisplayName("B7 F1 F2 K1 a number is ordered, led, released; a platform routes by topics alone")
  void life() throws Exception {
    Company company = Company.signUp(baseUrl(), 1, 1, 0);
    String email = Company.newEmail("number");
    String user = company.invite(email, "PLUS", false).expect(201).body().path("id").asString();
    awaitSettled(company, email);
    try (VoicePlatform platform =
        new VoicePlatform(RunningSuite.get().kafka().bootstrapServers())) {
      String number = order(company, user, false);
      assertThat(company.row(email).path("directNumbers").path(0).asString())
          .as("B5 in the list at once")
          .isEqualTo(number);
      assertRoute(platform, number, new Route("USER", user, null, false));
      assertRoute(platform, company.mainNumber(), new Route("GREETING", null, null, false));

      company
          .admin()
          .put("/users/" + user + "/call-forwarding", Map.of("number", "+12125550187"))
          .expect(200);
      assertRoute(platform, number, new Route("USER", user, "+12125550187", true));
      lead(company, number, Map.of("type", "VOICEMAIL", "userId", user));
      assertRoute(platform, number, new Route("VOICEMAIL", user, null, false));
      lead(company, company.mainNumber(), Map.of("type", "FORWARD", "forwardTo", "+12125550188"));
      assertRoute(platform, company.mainNumber(), new Route("FORWARD", null, "+12125550188", true));
      lead(company, company.mainNumber(), Map.of("type", "USER", "userId", user));
      assertRoute(platform, company.mainNumber(), new Route("USER", user, "+12125550187", true));

      company.admin().delete("/users/" + user).expect(204);
      assertRoute(platform, company.mainNumber(), new Route("GREETING", null, null, false));
      company
          .admin()
          .post("/users/" + user + "/restore", Map.of("acceptCharges", true))
          .expect(200);
      assertRoute(platform, company.mainNumber(), new Route("USER", user, "+12125550187", true));

      company.admin().delete(path(number) + "/assignment").expect(200);
      company.admin().delete(path(number)).expect(200);
      assertRoute(platform, number, new Route("NOT_IN_SERVICE", null, null, false));
      Answer refused =
          company.admin().post(path(number) + "/restore", Map.of("acceptCharges", false));
      assertThat(refused.code()).isEqualTo("number.charge-not-accepted");
      company.admin().post(path(number) + "/restore", Map.of("acceptCharges", true)).expect(200);
      assertThat(
              company
                  .admin()
                  .get("/phone-numbers?state=UNASSIGNED")
                  .expect(200)
                  .body()
                  .path("total")
                  .asInt())
          .isEqualTo(1);
    }
  }

  @Test
  @DisplayName("F3 K1 who comes late, and reads the topics twice, routes as who was there always")
  void lateComer() throws Exception {
    Company company = Company.signUp(baseUrl(), 1, 0, 0);
    awaitSettled(company, company.adminEmail());
    String admin = company.row(company.adminEmail()).path("id").asString();
    String kafka = RunningSuite.get().kafka().bootstrapServers();
    try (VoicePlatform always = new VoicePlatform(kafka)) {
      String number = order(company, admin, true);
      company.admin().delete(path(number) + "/assignment").expect(200);
      company.admin().put(path(number) + "/assignment", Map.of("userId", admin)).expect(200);
      assertRoute(always, number, new Route("USER", admin, null, false));
      try (VoicePlatform late = new VoicePlatform(kafka)) {
        late.catchUp();
        assertThat(late.route(number)).isEqualTo(always.route(number));
        assertThat(late.route(company.mainNumber())).isEqualTo(always.route(company.mainNumber()));
      }
    }
  }

  @Test
  @DisplayName("B7 E2 C2 the price is said first: 402 with it, and nothing happens without consent")
  void consent() throws Exception {
    Company company = Company.signUp(baseUrl(), 1, 0, 0);
    awaitSettled(company, company.adminEmail());
    String admin = company.row(company.adminEmail()).path("id").asString();
    Map<String, Object> order = new HashMap<>(Map.of("number", free(company), "assignTo", admin));

    Answer refused = company.admin().post("/phone-numbers", order).expect(402);

    assertThat(refused.code()).isEqualTo("number.charge-not-accepted");
    assertThat(refused.body().path("quote").path("monthlyIncrease").path("amountCents").asLong())
        .isEqualTo(499);
    assertThat(company.row(company.adminEmail()).path("directNumbers").isEmpty()).isTrue();
  }

  @Test
  @DisplayName("F1 I15 ordered ten times at once with one key through the gateway: one number")
  void idempotent() throws Exception {
    Company company = Company.signUp(baseUrl(), 1, 0, 0);
    Map<String, Object> order = Map.of("number", free(company), "acceptCharges", true);
    String key = UUID.randomUUID().toString();
    try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
      List<String> orders =
          threads
              .invokeAll(
                  IntStream.range(0, 10)
                      .mapToObj(i ->
                          (Callable<String>)
                              () ->
                                  company
                                      .admin()
                                      .post("/phone-numbers", order, key)
                                      .expect(201)
                                      .body()
                                      .path("id")
                                      .asString())
                      .toList())
              .stream()
              .map(future -> {
                try {
                  return future.get();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              })
              .toList();

      assertThat(orders).containsOnly(orders.getFirst());
    }
    Await.until(
        "the company has one number more",
        SOON,
        () -> company.admin().get("/phone-numbers").body().path("total").asInt() == 2);
  }

  /** Orders any number for the user and waits until it is his. */
  private static String order(Company company, @Nullable String user, boolean acceptCharges)
      throws Exception {
    String number = free(company);
    Map<String, Object> order =
        new HashMap<>(Map.of("number", number, "acceptCharges", acceptCharges));
    if (user != null) {
      order.put("assignTo", user);
    }
    String id =
        company
            .admin()
            .post("/phone-numbers", order, UUID.randomUUID().toString())
            .expect(201)
            .body()
            .path("id")
            .asString();
    Await.until(
        "the order is fulfilled",
        SOON,
        () ->
            company
                .admin()
                .get("/phone-numbers/orders/" + id)
                .body()
                .path("state")
                .asString()
                .equals("ACTIVE"));
    Await.until(
        "the list shows it",
        SOON,
        () ->
            company
                .list()
                .path("items")
                .valueStream()
                .anyMatch(row -> row.path("directNumbers").path(0).asString("").equals(number)));
    return number;
  }

  private static String free(Company company) throws Exception {
    JsonNode offered =
        company.admin().get("/phone-numbers/available?limit=200").expect(200).body().path("items");
    return offered
        .path(ThreadLocalRandom.current().nextInt(offered.size()))
        .path("number")
        .asString();
  }

  private static void lead(Company company, String number, Map<String, Object> destination)
      throws Exception {
    company.admin().put(path(number) + "/destination", destination).expect(200);
  }

  private static String path(String number) {
    return "/phone-numbers/" + number.replace("+", "%2B");
  }

  private static void assertRoute(VoicePlatform platform, String number, Route expected)
      throws Exception {
    Await.until(
        "calls to %s go to %s".formatted(number, expected),
        SOON,
        () -> {
          platform.catchUp();
          return platform.route(number).equals(expected);
        });
  }
}
