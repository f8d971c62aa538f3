package dev.switchboard.user.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the log; null means all.
 *
 * @param actor id of who did it
 * @param subject id of whom or what it was done to
 * @param action what was done
 * @param from the earliest time
 * @param to the time before which it was
 */
public record AuditQuery(
    @Nullable UUID actor,
    @Nullable String subject,
    @Nullable String action,
    @Nullable Instant from,
    @Nullable Instant to) {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /** Whether there can be a log of that time; PostgreSQL knows fewer years than Java. */
  public static boolean isPossible(Instant time) {
    return !time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST);
  }
}
