package dev.switchboard.user.session;

import dev.switchboard.platform.crypto.RandomToken;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.user.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A3: counts attempts per address, known or not, before the password is looked at; a success
 * forgets them. From the fifth failure on the next attempt must wait, longer each time; the tenth
 * locks the address. Attempts from a known device of the user are counted apart, so that a flood
 * from elsewhere can't lock the owner out.
 */
@Component
public class SignInThrottle {
  /**
   * Without a wait, the block is over since ever and not since now: whoever counts at the same time
   * by a clock that is a little behind must not be refused.
   */
  private static final String COUNT =
      """
      insert into sign_in_throttle as t (email_hash, address_hash, failures, last_attempt_at, blocked_until)
      values (:bucket, :address, 1, :now, 'epoch')
      on conflict (email_hash) do update set
        failures = case when t.last_attempt_at < :forgotten then 1 else t.failures + 1 end,
        last_attempt_at = :now,
        blocked_until = case
          when t.last_attempt_at < :forgotten or t.failures + 1 < :free then 'epoch'
          when t.failures + 1 >= :lockAfter then :now::timestamptz + :lockSeconds * interval '1 second'
          else :now::timestamptz + power(2, t.failures + 1 - :free) * interval '1 second' end
      where t.blocked_until <= :now
      returning t.failures
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
   * An attempt that was counted and may now be made.
   *
   * @param bucket hash of what it counts for
   * @param failures that it has then, this attempt included
   */
  public record Attempt(byte[] bucket, int failures) {}

  /**
   * Counts an attempt of somebody who is not signed in, from a device that is not known.
   *
   * @throws ProblemException {@code auth.too-many-attempts} or {@code auth.locked} while it must
   *     wait
   */
  public Attempt count(String address) {
    return count(address, (String) null);
  }

  /**
   * The same from anywhere.
   *
   * @param device secret of a known device of the user with this address, or null
   * @throws ProblemException {@code auth.too-many-attempts} or {@code auth.locked} while it must
   *     wait
   */
  public Attempt count(String address, @Nullable String device) {
    return device == null
        ? count(RandomToken.hash(address), null)
        : count(RandomToken.hash(address + " at " + device), RandomToken.hash(address));
  }

  /** Counts an attempt of a signed-in user to confirm who he is; per session, with these limits. */
  public Attempt count(User user, Caller caller) {
    return count(user.email().value(), caller.sessionId().toString());
  }

  /** A success: nothing is held any more against what the attempt counts for. */
  public void forget(Attempt attempt) {
    jdbc.sql("delete from sign_in_throttle where email_hash = ?").param(attempt.bucket()).update();
  }

  /** The attempt was no failure; those before it were. */
  public void takeBack(Attempt attempt) {
    jdbc.sql(
            """
            update sign_in_throttle set failures = greatest(failures - 1, 0),
              blocked_until = case when failures = :counted then 'epoch' else blocked_until end
            where email_hash = :bucket
            """)
        .param("counted", attempt.failures())
        .param("bucket", attempt.bucket())
        .update();
  }

  /** Nothing is held against the address any more, on whichever device. */
  public void forget(String address) {
    byte[] hash = RandomToken.hash(address);
    jdbc.sql("delete from sign_in_throttle where email_hash = ? or address_hash = ?")
        .params(hash, hash)
        .update();
  }

  /** Deletes what is no longer held against anybody. */
  void clean() {
    jdbc.sql("delete from sign_in_throttle where last_attempt_at < ?")
        .param(clock.instant().minus(properties.lock()).atOffset(ZoneOffset.UTC))
        .update();
  }

  private Attempt count(byte[] bucket, byte @Nullable [] address) {
    Instant now = clock.instant();
    Optional<Integer> failures =
        jdbc.sql(COUNT)
            .param("bucket", bucket)
            .param("address", address)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("forgotten", now.minus(properties.lock()).atOffset(ZoneOffset.UTC))
            .param("free", properties.freeFailures())
            .param("lockAfter", properties.lockAfter())
            .param("lockSeconds", properties.lock().toSeconds())
            .query(Integer.class)
            .optional();
    return new Attempt(bucket, failures.orElseThrow(() -> refusal(bucket, now)));
  }

  private ProblemException refusal(byte[] bucket, Instant now) {
    return jdbc.sql("select failures, blocked_until from sign_in_throttle where email_hash = ?")
        .param(bucket)
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
