package dev.switchboard.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.gateway.testing.GatewayTest;
import dev.switchboard.gateway.testing.StubService;
import dev.switchboard.gateway.testing.StubSessions;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserServiceAwayTest extends GatewayTest {

  @BeforeEach
  void endsAreSeen() {
    awaitEndsSeen();
  }

  @AfterEach
  void exchangeAnswersAgain() {
    SESSIONS.serve();
  }

  @Test
  @DisplayName("A4 While user-service is away nobody is signed out, and known sessions go on")
  void nobodyIsSignedOut() throws Exception {
    StubSessions.Session known = SESSIONS.open();
    StubSessions.Session unknown = SESSIONS.open();
    assertThat(get("/api/v1/phone-numbers").as(known).status()).isEqualTo(200);

    USER.stop();
    try {
      HttpResponse<String> answer =
          get("/api/v1/phone-numbers").as(unknown).expectProblem(503, "service.unavailable");
      assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
      assertThat(answer.headers().allValues("Set-Cookie"))
          .noneMatch(cookie -> cookie.startsWith(SessionCookie.NAME));
      assertThat(get("/api/v1/phone-numbers").as(known).status()).isEqualTo(200);
      assertThat(get("/api/v1/plans").status()).isEqualTo(200);
    } finally {
      USER.restart();
    }
    assertThat(get("/api/v1/phone-numbers").as(unknown).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          500 | {}
          502 | <html>
          404 | {}
          429 | {}
          200 | not json
          200 | {"sessionId":5}
          200 |
          """)
  @DisplayName("Only a 401 of the exchange is a log-out; any other answer is a 503")
  void oddAnswerIsNoLogOut(int status, String body) throws Exception {
    USER.answer(
        "/internal/token-exchange",
        (exchange, request) ->
            StubService.send(exchange, status, "application/json", body == null ? "" : body));
    StubSessions.Session session = SESSIONS.open();
    get("/api/v1/phone-numbers").as(session).expectProblem(503, "service.unavailable");

    SESSIONS.serve();
    assertThat(get("/api/v1/phone-numbers").as(session).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("An exchange that hangs ends as a time-out")
  void hangingExchangeTimesOut() throws Exception {
    try (StubService.Gate gate = new StubService.Gate()) {
      USER.answer("/internal/token-exchange", gate);
      get("/api/v1/phone-numbers").as(SESSIONS.open()).expectProblem(503, "service.timeout");
    }
  }
}
