package dev.switchboard.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** user-service's token exchange: knows live sessions and counts who asks. */
public final class StubSessions {
  private static final JsonMapper JSON = new JsonMapper();

  private final StubService user;
  private final Map<String, Session> live = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Clock clock = Clock.systemUTC();
  private volatile Duration tokenLife = Duration.ofSeconds(60);
  private volatile @Nullable CountDownLatch hold;
  private volatile @Nullable CountDownLatch held;

  /** A session and the value of its cookie. */
  public record Session(String secret, UUID sessionId, UUID userId, UUID accountId) {

    /** The Cookie header of its browser. */
    public String cookie() {
      return "__Host-switchboard-session=" + secret;
    }
  }

  StubSessions(StubService user) {
    this.user = user;
    serve();
  }

  /** Answers exchanges, after a test has made it answer in another way. */
  public void serve() {
    user.answer("/internal/token-exchange", this::exchange);
  }

  /** Opens a session of a new user. */
  public Session open() {
    return open(UUID.randomUUID());
  }

  /** Opens a session of this user. */
  public Session open(UUID userId) {
    Session session =
        new Session(
            UUID.randomUUID().toString().replace("-", ""),
            UUID.randomUUID(),
            userId,
            UUID.randomUUID());
    live.put(session.secret(), session);
    return session;
  }

  /** Ends it here only, as a commit does before its event is out. */
  public void end(Session session) {
    live.remove(session.secret());
  }

  /** How many exchanges were asked for since the last call. */
  public int countAndReset() {
    return asked.getAndSet(0);
  }

  /** The time that tokens' ends are told in. */
  void clock(Clock gatewaysClock) {
    clock = gatewaysClock;
  }

  /** How long tokens of the next exchanges live. */
  public void tokenLife(Duration life) {
    tokenLife = life;
  }

  /** The next exchange has made its answer, and waits with it until the latch is open. */
  public CountDownLatch holdNext(CountDownLatch until) {
    CountDownLatch arrived = new CountDownLatch(1);
    held = arrived;
    hold = until;
    return arrived;
  }

  private void exchange(HttpExchange exchange, byte[] body) throws IOException {
    asked.incrementAndGet();
    Session session = live.get(JSON.readTree(body).path("session").asString());
    Instant end = clock.instant().plus(tokenLife);
    waitWhenHeld();
    if (session == null) {
      StubService.send(
          exchange, 401, "application/problem+json", "{\"status\":401,\"code\":\"auth.required\"}");
    } else {
      StubService.json(exchange, 200, answer(session, end));
    }
  }

  private void waitWhenHeld() throws IOException {
    CountDownLatch until = hold;
    if (until != null && held != null) {
      hold = null;
      held.countDown();
      try {
        until.await(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }

  private static String answer(Session session, Instant end) {
    return JSON.writeValueAsString(
        Map.of(
            "sessionId", session.sessionId(),
            "userId", session.userId(),
            "accountId", session.accountId(),
            "role", "ADMIN",
            "expiresAt", end.toString(),
            "tokens",
                Map.of(
                    "user-service", "user-token-" + session.sessionId(),
                    "numbering-service", "numbering-token-" + session.sessionId(),
                    "billing-service", "billing-token-" + session.sessionId())));
  }
}
