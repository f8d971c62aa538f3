package dev.switchboard.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.switchboard.gateway.testing.GatewayTest;
import dev.switchboard.gateway.testing.StubService;
import dev.switchboard.gateway.testing.StubSessions;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** A gateway of few places, behind an ingress that speaks https and sets X-Forwarded-For. */
@TestPropertySource(
    properties = {
      "switchboard.gateway.public-url=https://phone.example",
      "switchboard.gateway.limits.concurrent-requests=3",
      "switchboard.gateway.connections=4",
      "resilience4j.bulkhead.instances.anonymous.max-concurrent-calls=1",
      "resilience4j.bulkhead.instances.billing-service.max-concurrent-calls=1",
      "FORWARD_HEADERS=native"
    })
class NarrowGatewayTest extends GatewayTest {

  @Test
  @DisplayName("Over https the browser is told so, and the CSRF cookie is Secure")
  void httpsIsTold() throws Exception {
    HttpResponse<String> answer = get("/api/v1/plans").send();
    assertThat(answer.headers().firstValue("Strict-Transport-Security"))
        .hasValue("max-age=31536000; includeSubDomains");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(cookie ->
            assertThat(cookie).startsWith("XSRF-TOKEN=").contains("Secure", "SameSite=Strict"));
    HttpResponse<String> problem = get("/api/v1/users").expectProblem(401, "auth.required");
    assertThat(problem.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  @DisplayName("The public address is the only foreign-looking origin that passes")
  void publicOriginPasses() throws Exception {
    assertThat(post("/api/v1/session").header("Origin", "https://Phone.example").status())
        .isEqualTo(200);
    post("/api/v1/session")
        .header("Origin", "http://phone.example")
        .expectProblem(403, "csrf.cross-site");
    post("/api/v1/session")
        .header("Origin", "https://phone.example.evil")
        .expectProblem(403, "csrf.cross-site");
  }

  @Test
  @DisplayName("Behind an ingress each client behind it has its own rate")
  void clientsBehindIngress() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(reset("203.0.113.1").status()).isEqualTo(200);
    }
    reset("203.0.113.1").expectProblem(429, "limit.rate");
    assertThat(reset("203.0.113.2").status()).isEqualTo(200);
    assertThat(USER.seen().getLast().headers().get("X-Forwarded-For"))
        .containsExactly("203.0.113.2");
    // What the client itself wrote stands before what the ingress added.
    reset("203.0.113.3, 203.0.113.1").expectProblem(429, "limit.rate");
  }

  private Call reset(String client) {
    return post("/api/v1/password-resets").header("X-Forwarded-For", client);
  }

  @ParameterizedTest
  @ValueSource(strings = {"304 of the service", "error page", "error page to HEAD", "cut answer"})
  @DisplayName("However an exchange ends, its connection is there for the next")
  void connectionsComeBack(String ending) throws Exception {
    BILLING.answer("/api/v1/plans", (exchange, body) -> endAs(ending, exchange));
    String method = ending.endsWith("HEAD") ? "HEAD" : "GET";
    for (int i = 0; i < 12; i++) {
      try {
        call(method, "/api/v1/plans").header("If-None-Match", "\"1\"").send();
      } catch (IOException cut) {
        assertThat(ending).isEqualTo("cut answer");
      }
      breakers.circuitBreaker("billing-service").reset();
    }
    BILLING.forget();
    assertThat(get("/api/v1/plans").status()).isEqualTo(200);
  }

  private static void endAs(String ending, HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("ETag", "\"1\"");
    switch (ending) {
      case "304 of the service" -> exchange.sendResponseHeaders(304, -1);
      case "cut answer" -> {
        exchange.sendResponseHeaders(200, 200_000);
        exchange.getResponseBody().write(new byte[100_000]);
        exchange.getResponseBody().flush();
        throw new IOException("broken off");
      }
      default -> StubService.send(exchange, 500, "text/html", "<html>".repeat(1000));
    }
  }

  @Test
  @DisplayName("A flood without a session takes no place of those who have one")
  void anonymousFloodLeavesSessionsUsable() throws Exception {
    try (StubService.Gate gate = new StubService.Gate();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      USER.answer("/api/v1/session", gate);
      Future<Integer> first = clients.submit(() -> post("/api/v1/session").status());
      await().atMost(PATIENCE).until(() -> gate.waiting() == 1);
      HttpResponse<String> refused =
          post("/api/v1/session").expectProblem(503, "service.unavailable");
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(get("/api/v1/users").as(SESSIONS.open()).status()).isEqualTo(200);
      gate.open();
      assertThat(first.get()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("A service has only so many calls at once; more are refused at once")
  void serviceHasItsPlaces() throws Exception {
    try (StubService.Gate gate = new StubService.Gate();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      BILLING.answer("/api/v1/plans", gate);
      Future<Integer> first = clients.submit(() -> get("/api/v1/plans").status());
      await().atMost(PATIENCE).until(() -> gate.waiting() == 1);
      get("/api/v1/plans").expectProblem(503, "service.unavailable");
      assertThat(gate.waiting()).isEqualTo(1);
      assertThat(get("/api/v1/phone-numbers/available").status()).isEqualTo(200);
      gate.open();
      assertThat(first.get()).isEqualTo(200);
      assertThat(get("/api/v1/plans").status()).as("its place is free again").isEqualTo(200);
    }
  }

  @Test
  @DisplayName("Requests beyond the gateway's own places are refused at once and lose nothing")
  void gatewayHasItsPlaces() throws Exception {
    StubSessions.Session session = SESSIONS.open();
    try (StubService.Gate gate = new StubService.Gate();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      USER.answer("/api/v1/users", gate);
      Future<Integer> one = clients.submit(() -> get("/api/v1/users").as(session).status());
      Future<Integer> two = clients.submit(() -> get("/api/v1/users").as(session).status());
      Future<Integer> three = clients.submit(() -> get("/api/v1/users").as(session).status());
      await().atMost(PATIENCE).until(() -> gate.waiting() == 3);
      get("/").expectProblem(503, "service.unavailable");
      gate.open();
      assertThat(one.get()).isEqualTo(200);
      assertThat(two.get()).isEqualTo(200);
      assertThat(three.get()).isEqualTo(200);
    }
    await().atMost(PATIENCE).until(() -> gauge("switchboard.gateway.requests.under.way") == 0);
    assertThat(get("/").status()).isEqualTo(200);
  }
}
