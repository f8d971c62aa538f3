package dev.switchboard.user.session;

import dev.switchboard.platform.crypto.RandomToken;
import dev.switchboard.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A3: counts attempts per address, known or not, before the password is looked at; a success
 * forgets them. From the fifth failure on the next attempt must wait, longer each time; the tenth
 * locks the address.
 */
@Component
public class SignInThrottle {
  private static final String COUNT =
      """
      insert into sign_in_throttle as t (email_hash, failures, last_attempt_at, blocked_until)
      values (:email, 1, :now, :now)
      on conflict (email_hash) do update set
        failures = case when t.last_attempt_at < :forgotten then 1 else t.failures + 1 end,
        last_attempt_at = :now,
        blocked_until = :now::timestamptz + case
          when t.last_attempt_at < :forgotten or t.failures + 1 < :free then interval '0'
          when t.failures + 1 >= :lockAfter then :lockSeconds * interval '1 second'
          else power(2, t.failures + 1 - :free) * interval '1 second' end
      where t.blocked_until <= :now
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SessionProperties properties;

  SignInThrottle(JdbcClient jdbc, Clock clock, SessionProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.properties = properties;
  }

  /**
   * Counts one attempt.
   *
   * @throws ProblemException {@code auth.too-many-attempts} or {@code auth.locked} while it must
   *     wait
   */
  public void count(String email) {
    byte[] hash = RandomToken.hash(email);
    Instant now = clock.instant();
    int counted =
        jdbc.sql(COUNT)
            .param("email", hash)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("forgotten", now.minus(properties.lock()).atOffset(ZoneOffset.UTC))
            .param("free", properties.freeFailures())
            .param("lockAfter", properties.lockAfter())
            .param("lockSeconds", properties.lock().toSeconds())
            .update();
    if (counted == 0) {
      throw refusal(hash, now);
    }
  }

  /** A success: nothing is held against the address any more. */
  public void forget(String email) {
    jdbc.sql("delete from sign_in_throttle where email_hash = ?")
        .param(RandomToken.hash(email))
        .update();
  }

  /** Deletes what is no longer held against anybody. */
  void clean() {
    jdbc.sql("delete from sign_in_throttle where last_attempt_at < ?")
        .param(clock.instant().minus(properties.lock()).atOffset(ZoneOffset.UTC))
        .update();
  }

  private ProblemException refusal(byte[] hash, Instant now) {
    return jdbc.sql("select failures, blocked_until from sign_in_throttle where email_hash = ?")
        .param(hash)
        .query((row, index) ->
            refusal(
                row.getInt(1),
                Duration.between(now, row.getObject(2, OffsetDateTime.class).toInstant())))
        .optional()
        .orElseGet(() -> refusal(properties.freeFailures(), Duration.ofSeconds(1)));
  }

  private ProblemException refusal(int failures, Duration wait) {
    ProblemException refusal =
        failures >= properties.lockAfter()
            ? new ProblemException(
                SessionError.LOCKED, "Too many failed attempts. Please try again later.")
            : new ProblemException(
                SessionError.TOO_MANY_ATTEMPTS, "Please wait a moment before you try again.");
    return refusal.retryAfter(wait.plusMillis(999));
  }
}
