package dev.switchboard.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.gateway.testing.GatewayTest;
import dev.switchboard.gateway.testing.StubService;
import dev.switchboard.gateway.testing.StubSessions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTokensTest extends GatewayTest {
  private static final int MANY = 32;

  @BeforeEach
  void endsAreSeen() {
    awaitEndsSeen();
  }

  @Test
  @DisplayName("A session is exchanged once, and each service gets the token made for it")
  void exchangedOnceForAllServices() throws Exception {
    StubSessions.Session session = SESSIONS.open();
    for (int i = 0; i < 3; i++) {
      assertThat(statusOf(session)).isEqualTo(200);
    }
    assertThat(get("/api/v1/phone-numbers").as(session).status()).isEqualTo(200);
    assertThat(get("/api/v1/statements").as(session).status()).isEqualTo(200);

    assertThat(SESSIONS.countAndReset()).isEqualTo(1);
    assertThat(USER.seen())
        .allMatch(seen ->
            ("Bearer user-token-" + session.sessionId()).equals(seen.header("Authorization")));
    assertThat(NUMBERING.only().header("Authorization"))
        .isEqualTo("Bearer numbering-token-" + session.sessionId());
    assertThat(BILLING.only().header("Authorization"))
        .isEqualTo("Bearer billing-token-" + session.sessionId());
  }

  @Test
  @DisplayName("32 first requests at once make one exchange")
  void firstRequestsAtOnceMakeOneExchange() throws Exception {
    StubSessions.Session session = SESSIONS.open();
    CountDownLatch all = new CountDownLatch(1);
    SESSIONS.holdNext(all);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        answers.add(clients.submit(() -> statusOf(session)));
      }
      await().atMost(PATIENCE).until(() -> gauge("switchboard.gateway.requests.under.way") == MANY);
      all.countDown();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
    assertThat(SESSIONS.countAndReset()).isEqualTo(1);
  }

  @Test
  @DisplayName("Tokens are used until 10 s before they end, then exchanged anew")
  void exchangedAnewBeforeTokensEnd() throws Exception {
    StubSessions.Session session = SESSIONS.open();
    statusOf(session);
    pass(Duration.ofSeconds(49));
    statusOf(session);
    assertThat(SESSIONS.countAndReset()).isEqualTo(1);

    pass(Duration.ofSeconds(2));
    assertThat(statusOf(session)).isEqualTo(200);
    assertThat(SESSIONS.countAndReset()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {-5, 0, 5})
  @DisplayName("Tokens that end within the margin serve one request and are not kept")
  void shortTokensAreNotKept(long seconds) throws Exception {
    SESSIONS.tokenLife(Duration.ofSeconds(seconds));
    StubSessions.Session session = SESSIONS.open();
    assertThat(statusOf(session)).isEqualTo(200);
    assertThat(statusOf(session)).isEqualTo(200);
    assertThat(SESSIONS.countAndReset()).isEqualTo(2);
  }

  @Test
  @DisplayName("However long its tokens live, a session is asked for again after a minute")
  void askedAgainAfterAMinute() throws Exception {
    SESSIONS.tokenLife(Duration.ofDays(1));
    StubSessions.Session session = SESSIONS.open();
    statusOf(session);
    SESSIONS.end(session);
    pass(Duration.ofSeconds(61));
    get("/api/v1/users").as(session).expectProblem(401, "auth.required");
  }

  @Test
  @DisplayName("A4 An unknown session is refused, and user-service is not asked for each request")
  void unknownSessionIsRefused() throws Exception {
    StubSessions.Session session = SESSIONS.open();
    SESSIONS.end(session);
    get("/api/v1/users").as(session).expectProblem(401, "auth.required");
    get("/api/v1/users").as(session).expectProblem(401, "auth.required");
    assertThat(SESSIONS.countAndReset()).isEqualTo(1);

    time.advance(Duration.ofMillis(1100));
    get("/api/v1/users").as(session).expectProblem(401, "auth.required");
    assertThat(SESSIONS.countAndReset()).isEqualTo(1);
    assertThat(USER.seen()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "%41", "../x", "\"quoted", "{}"})
  @DisplayName("What can't be a session's secret is refused without asking")
  void malformedSecretIsRefused(String secret) throws Exception {
    get("/api/v1/users")
        .header("Cookie", SessionCookie.NAME + "=" + secret)
        .expectProblem(401, "auth.required");
    get("/api/v1/users")
        .header("Cookie", SessionCookie.NAME + "=" + "a".repeat(101))
        .expectProblem(401, "auth.required");
    assertThat(SESSIONS.countAndReset()).isZero();
  }

  @Test
  @DisplayName("Without a cookie nothing but the public endpoints is answered")
  void noCookieIsRefused() throws Exception {
    get("/api/v1/users").expectProblem(401, "auth.required");
    get("/api/v1/session").expectProblem(401, "auth.required");
    post("/api/v1/users").expectProblem(401, "auth.required");
    get("/api/v1/users").header("Authorization", "Bearer x").expectProblem(401, "auth.required");
    assertThat(USER.seen()).isEmpty();
  }

  @Test
  @DisplayName("A4 A session that ended elsewhere is refused at once; the user's others go on")
  void endedSessionIsRefusedAtOnce() throws Exception {
    UUID user = UUID.randomUUID();
    StubSessions.Session ended = SESSIONS.open(user);
    StubSessions.Session other = SESSIONS.open(user);
    statusOf(ended);
    statusOf(other);
    SESSIONS.countAndReset();

    SESSIONS.end(ended);
    EVENTS.ended(ended);
    EVENTS.ended(ended);

    awaitRefused(ended);
    SESSIONS.countAndReset();
    assertThat(statusOf(other)).isEqualTo(200);
    assertThat(SESSIONS.countAndReset()).isZero();
  }

  @Test
  @DisplayName("A4 An end of all sessions ends those of before, not the sign-in after it")
  void allSessionsEndAtOnce() throws Exception {
    UUID user = UUID.randomUUID();
    StubSessions.Session first = SESSIONS.open(user);
    StubSessions.Session second = SESSIONS.open(user);
    StubSessions.Session stranger = SESSIONS.open();
    statusOf(first);
    statusOf(second);
    statusOf(stranger);

    SESSIONS.end(first);
    SESSIONS.end(second);
    EVENTS.allEnded(user);
    awaitRefused(first);
    awaitRefused(second);
    assertThat(statusOf(stranger)).isEqualTo(200);

    time.advance(Duration.ofMillis(1));
    assertThat(statusOf(SESSIONS.open(user))).isEqualTo(200);
  }

  @Test
  @DisplayName(
      "A6 A session that lives on is asked for again after an end of all: its rights are others")
  void livingSessionIsAskedForAgain() throws Exception {
    UUID user = UUID.randomUUID();
    StubSessions.Session ended = SESSIONS.open(user);
    StubSessions.Session living = SESSIONS.open(user);
    statusOf(ended);
    statusOf(living);

    SESSIONS.end(ended);
    EVENTS.allEnded(user);
    awaitRefused(ended);
    time.advance(Duration.ofMillis(1));
    SESSIONS.countAndReset();

    assertThat(statusOf(living)).isEqualTo(200);
    assertThat(SESSIONS.countAndReset()).isEqualTo(1);
  }

  @Test
  @DisplayName("A4 An exchange that was answered before the end can't bring the session back")
  void lateAnswerDoesNotReviveSession() throws Exception {
    UUID user = UUID.randomUUID();
    StubSessions.Session session = SESSIONS.open(user);
    StubSessions.Session probe = SESSIONS.open(user);
    statusOf(probe);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch answered = SESSIONS.holdNext(release);
    try (ExecutorService client = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> late = client.submit(() -> statusOf(session));
      answered.await();
      SESSIONS.end(session);
      SESSIONS.end(probe);
      EVENTS.ended(session);
      EVENTS.ended(probe);
      awaitRefused(probe);
      release.countDown();
      assertThat(late.get()).isEqualTo(401);
    }
    assertThat(statusOf(session)).isEqualTo(401);
  }

  @Test
  @DisplayName("A4 Sign-out bites before its event has come")
  void signOutIsKnownAtOnce() throws Exception {
    StubSessions.Session session = SESSIONS.open();
    statusOf(session);
    USER.answer("/api/v1/session", (exchange, body) -> exchange.sendResponseHeaders(204, -1));
    assertThat(call("DELETE", "/api/v1/session").fromConsole(session).status()).isEqualTo(204);
    // The stub still calls it live, as a replica of user-service might.
    assertThat(statusOf(session)).isEqualTo(401);
  }

  @Test
  @DisplayName("A sign-out that failed leaves the session as it was")
  void failedSignOutKeepsSession() throws Exception {
    StubSessions.Session session = SESSIONS.open();
    USER.answer("/api/v1/session", (exchange, body) -> StubService.json(exchange, 500, "{}"));
    assertThat(call("DELETE", "/api/v1/session").fromConsole(session).status()).isEqualTo(500);
    assertThat(statusOf(session)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, none",
        "none, {}",
        "no-user, not json",
        "none, '{\"sessionId\":\"x\"}'",
        "no-user, []"
      })
  @DisplayName("An event that can't be read stops nothing")
  void brokenEventStopsNothing(String key, String data) throws Exception {
    StubSessions.Session session = SESSIONS.open();
    statusOf(session);
    EVENTS.raw(key, data);
    SESSIONS.end(session);
    EVENTS.ended(session);
    awaitRefused(session);
  }

  @Test
  @DisplayName("An end that can't be read ends all sessions of the user that its key names")
  void brokenEndCountsForItsKey() throws Exception {
    StubSessions.Session session = SESSIONS.open();
    statusOf(session);
    SESSIONS.end(session);
    EVENTS.raw(session.userId().toString(), "{\"userId\":5}");
    awaitRefused(session);
  }

  @Test
  @DisplayName("Events of other types on the topic end nothing")
  void otherEventsEndNothing() throws Exception {
    UUID user = UUID.randomUUID();
    StubSessions.Session session = SESSIONS.open(user);
    StubSessions.Session probe = SESSIONS.open(user);
    statusOf(session);
    statusOf(probe);
    EVENTS.other(user);
    SESSIONS.end(probe);
    EVENTS.ended(probe);
    awaitRefused(probe);
    SESSIONS.countAndReset();
    assertThat(statusOf(session)).isEqualTo(200);
    assertThat(SESSIONS.countAndReset()).isZero();
  }

  private int statusOf(StubSessions.Session session) throws Exception {
    return get("/api/v1/users").as(session).status();
  }

  private void awaitRefused(StubSessions.Session session) {
    await().atMost(PATIENCE).until(() -> statusOf(session) == 401);
  }
}
