package dev.switchboard.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.gateway.testing.GatewayTest;
import dev.switchboard.gateway.testing.StubService;
import dev.switchboard.gateway.testing.StubSessions;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailingServiceTest extends GatewayTest {
  private static final StubService.Answer HANG_UP = (exchange, body) -> exchange.close();

  @BeforeEach
  void endsAreSeen() {
    awaitEndsSeen();
  }

  @Test
  @DisplayName(
      "A service that is down is a 503 with Retry-After; the others go on, and it comes back")
  void downServiceIsUnavailable() throws Exception {
    StubSessions.Session session = SESSIONS.open();
    BILLING.stop();
    try {
      HttpResponse<String> answer = get("/api/v1/plans").expectProblem(503, "service.unavailable");
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
      assertThat(answer.body()).doesNotContain("localhost", "refused", "billing");
      assertThat(get("/api/v1/users").as(session).status()).isEqualTo(200);
      assertThat(get("/api/v1/phone-numbers").as(session).status()).isEqualTo(200);
      assertThat(get("/").header("Accept", "text/html").status()).isEqualTo(200);
    } finally {
      BILLING.restart();
    }
    assertThat(get("/api/v1/plans").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("A service that keeps failing is left alone for a while, then tried again")
  void breakerOpensAndCloses() throws Exception {
    BILLING.answer("/api/v1/plans", HANG_UP);
    CircuitBreaker breaker = breakers.circuitBreaker("billing-service");
    for (int i = 0; i < 5; i++) {
      get("/api/v1/plans").expectProblem(503, "service.unavailable");
    }
    assertThat(breaker.getState()).isNotEqualTo(CircuitBreaker.State.CLOSED);

    breaker.transitionToForcedOpenState();
    BILLING.forget();
    HttpResponse<String> refused = get("/api/v1/plans").expectProblem(503, "service.unavailable");
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(BILLING.seen()).isEmpty();
    assertThat(get("/api/v1/phone-numbers/available").status()).isEqualTo(200);

    breaker.transitionToOpenState();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(get("/api/v1/plans").status()).isEqualTo(200));
    for (int i = 0; i < 5; i++) {
      assertThat(get("/api/v1/plans").status()).isEqualTo(200);
    }
    assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
  }

  @Test
  @DisplayName("An answer with an error is an answer: it passes, and opens no breaker")
  void errorsOpenNoBreaker() throws Exception {
    BILLING.answer(
        "/api/v1/plans",
        (exchange, body) ->
            StubService.send(exchange, 500, "application/problem+json", "{\"status\":500}"));
    for (int i = 0; i < 20; i++) {
      HttpResponse<String> answer = get("/api/v1/plans").send();
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).isEqualTo("{\"status\":500}");
    }
    assertThat(breakers.circuitBreaker("billing-service").getState())
        .isEqualTo(CircuitBreaker.State.CLOSED);
  }

  @Test
  @DisplayName("A service that hangs is a time-out, told with the trace that the service was given")
  void hangingServiceTimesOut() throws Exception {
    try (StubService.Gate gate = new StubService.Gate()) {
      BILLING.answer("/api/v1/plans", gate);
      try (ExecutorService client = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<HttpResponse<String>> slow =
            client.submit(() -> get("/api/v1/plans").expectProblem(503, "service.timeout"));
        await().atMost(PATIENCE).until(() -> gate.waiting() == 1);
        assertThat(get("/api/v1/phone-numbers/available").status()).as("meanwhile").isEqualTo(200);
        HttpResponse<String> answer = slow.get();
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        String traceId = JSON.readTree(answer.body()).path("traceId").asString();
        assertThat(BILLING.only().header("traceparent")).startsWith("00-" + traceId + "-");
      }
      assertThat(gate.waiting()).as("a time-out is not repeated").isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  @DisplayName("A read whose connection broke is made once more")
  void readIsRepeated(String method) throws Exception {
    BILLING.answer("/api/v1/plans", hangUpOnce());
    assertThat(call(method, "/api/v1/plans").status()).isEqualTo(200);
    assertThat(BILLING.seen()).hasSize(2);

    BILLING.forget();
    BILLING.answer("/api/v1/plans", HANG_UP);
    assertThat(call(method, "/api/v1/plans").status()).isEqualTo(503);
    assertThat(BILLING.seen()).hasSize(2);
  }

  @Test
  @DisplayName("A read with a body is not repeated: its body is gone")
  void readWithBodyIsNotRepeated() throws Exception {
    BILLING.answer("/api/v1/plans", hangUpOnce());
    call("GET", "/api/v1/plans").body("{}").expectProblem(503, "service.unavailable");
    assertThat(BILLING.seen()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  @DisplayName("A change is never made twice")
  void changeIsNotRepeated(String method) throws Exception {
    USER.answer("/api/v1/users/42", hangUpOnce());
    call(method, "/api/v1/users/42")
        .fromConsole(SESSIONS.open())
        .body("{}")
        .expectProblem(503, "service.unavailable");
    assertThat(USER.seen()).hasSize(1);
  }

  @Test
  @DisplayName("An answer that breaks off is never taken for whole")
  void brokenAnswerIsNotWhole() throws Exception {
    BILLING.answer(
        "/api/v1/plans",
        (exchange, body) -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 200_000);
          exchange.getResponseBody().write(new byte[100_000]);
          exchange.getResponseBody().flush();
          throw new java.io.IOException("broken off");
        });
    boolean whole;
    try {
      whole = get("/api/v1/plans").send().statusCode() == 200;
    } catch (java.io.IOException cut) {
      whole = false;
    }
    assertThat(whole).isFalse();
  }

  @Test
  @DisplayName("A flood of calls to one service leaves the others usable")
  void floodLeavesOthersUsable() throws Exception {
    try (StubService.Gate gate = new StubService.Gate();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      NUMBERING.answer("/api/v1/phone-numbers/available", gate);
      List<Future<Integer>> flood = new ArrayList<>();
      for (int i = 0; i < 210; i++) {
        flood.add(clients.submit(() -> get("/api/v1/phone-numbers/available").status()));
      }
      await().atMost(PATIENCE).until(() -> flood.stream().anyMatch(Future::isDone));
      assertThat(get("/api/v1/plans").status()).isEqualTo(200);
      assertThat(get("/api/v1/users").as(SESSIONS.open()).status()).isEqualTo(200);
      gate.open();
      for (Future<Integer> one : flood) {
        assertThat(one.get()).isIn(200, 503);
      }
    }
  }

  private static StubService.Answer hangUpOnce() {
    AtomicBoolean first = new AtomicBoolean(true);
    return (exchange, body) -> {
      if (first.getAndSet(false)) {
        exchange.close();
      } else {
        StubService.json(exchange, 200, "{}");
      }
    };
  }
}
