package dev.switchboard.billing.issued;

import dev.switchboard.billing.statement.Period;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * The id of the statement of an account and a period: always the same, so that a statement which is
 * issued once more after a restore is known to the payment provider, and paid once.
 */
final class StatementId {
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private StatementId() {}

  /** UUIDv8 (RFC 9562): the period's first day in front, so that those of one time are near. */
  static UUID of(UUID accountId, Period period) {
    long day = period.from().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    ByteBuffer hash = ByteBuffer.wrap(sha256(accountId + "/" + period.index()));
    return new UUID(
        (day << 16) | VERSION_8 | (hash.getLong() & 0x0FFFL),
        (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
