package dev.switchboard.gateway.session;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.switchboard.gateway.problem.GatewayError;
import dev.switchboard.gateway.problem.Refusal;
import dev.switchboard.gateway.service.Service;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a session cookie is worth: the internal tokens, exchanged once and kept until shortly before
 * they end, or until the session does (A4).
 *
 * <p>Each use asks again whether the session has ended, so an answer that was on its way when the
 * end arrived is never used.
 */
@Component
public class SessionTokens {
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final int TRIES = 3;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final TokenExchange exchange;
  private final EndedSessions ended;
  private final SessionEnds ends;
  private final SessionProperties properties;
  private final Clock clock;
  private final Ticker ticker;
  private final AsyncCache<String, Answer> answers;

  SessionTokens(
      TokenExchange exchange,
      EndedSessions ended,
      SessionEnds ends,
      SessionProperties properties,
      Clock clock,
      Ticker ticker,
      MeterRegistry metrics) {
    this.exchange = exchange;
    this.ended = ended;
    this.ends = ends;
    this.properties = properties;
    this.clock = clock;
    this.ticker = ticker;
    this.answers =
        Caffeine.newBuilder()
            .ticker(ticker)
            .executor(Runnable::run)
            .maximumSize(properties.entries())
            .expireAfter(Expiry.<String, Answer>creating((key, answer) -> answer.life()))
            .recordStats()
            .buildAsync();
    CaffeineCacheMetrics.monitor(metrics, answers.synchronous(), "session-tokens", List.of());
  }

  /** A live session. */
  public record Grant(UUID sessionId, Map<String, String> tokens) {

    /** The token that this service accepts. */
    public String tokenFor(Service service) {
      String token = tokens.get(service.serviceName());
      if (token == null) {
        throw new IllegalStateException("no token for " + service.serviceName());
      }
      return token;
    }
  }

  private record Answer(@Nullable Exchanged exchanged, long askedAt, Duration life) {}

  /**
   * The live session with this secret.
   *
   * @throws Refusal 503 when it can't be known now
   */
  public Optional<Grant> find(String secret) {
    if (!SECRET.matcher(secret).matches()) {
      return Optional.empty();
    }
    String key = hash(secret);
    boolean over = false;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      CompletableFuture<Answer> pending = pending(key, secret);
      Answer answer = await(pending);
      Exchanged exchanged = answer.exchanged();
      if (exchanged == null) {
        return Optional.empty();
      }
      over = ended.hasEnded(exchanged, answer.askedAt());
      if (!over && isCovered(answer)) {
        return Optional.of(new Grant(exchanged.sessionId(), exchanged.tokens()));
      }
      answers.asMap().remove(key, pending);
    }
    if (over) {
      return Optional.empty();
    }
    throw new Refusal(
        GatewayError.UNAVAILABLE, "Please try again in a few seconds.", RETRY_AFTER, null);
  }

  /** Forgets one session at once. */
  public void endSession(UUID sessionId) {
    ended.endSession(sessionId);
  }

  /** The kept or running exchange of this key; whoever finds none makes it, on his own thread. */
  private CompletableFuture<Answer> pending(String key, String secret) {
    CompletableFuture<Answer> known = answers.getIfPresent(key);
    if (known != null) {
      return known;
    }
    CompletableFuture<Answer> mine = new CompletableFuture<>();
    CompletableFuture<Answer> running = answers.asMap().putIfAbsent(key, mine);
    if (running != null) {
      return running;
    }
    try {
      mine.complete(ask(secret));
    } catch (Throwable failure) {
      // The cache drops failed entries; whoever waits gets the same failure.
      mine.completeExceptionally(failure);
    }
    return mine;
  }

  private Answer ask(String secret) throws Exception {
    long askedAt = ticker.read();
    Optional<Exchanged> exchanged = exchange.exchange(secret);
    Duration life =
        exchanged
            .map(tokens ->
                Duration.between(clock.instant(), tokens.expiresAt()).minus(properties.margin()))
            .map(left -> left.compareTo(properties.longest()) < 0 ? left : properties.longest())
            .map(left -> left.isNegative() ? Duration.ZERO : left)
            .orElse(properties.unknown());
    return new Answer(exchanged.orElse(null), askedAt, life);
  }

  /** Whether every end since it was asked for is known, or it is too new to matter. */
  private boolean isCovered(Answer answer) {
    return ends.isSeenSince(answer.askedAt())
        || ticker.read() - answer.askedAt() < properties.withoutEvents().toNanos();
  }

  private static Answer await(CompletableFuture<Answer> pending) {
    try {
      return pending.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw new Refusal(
          GatewayError.INTERNAL, "We have been told and look into it.", null, e.getCause());
    }
  }

  private static String hash(String secret) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
