package dev.switchboard.user.passwordreset;

import dev.switchboard.platform.crypto.RandomToken;
import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A link to set a new password. Only the hash of its secret is kept.
 *
 * @param generation 1 for the first link of a user, 2 for the next …
 * @param mailId the mail that carries it
 * @param version 0 before it is stored, then 1, 2, 3 …
 */
@Table("password_reset")
record PasswordReset(
    @Id UUID passwordResetId,
    AccountId accountId,
    UserId userId,
    int generation,
    byte[] tokenHash,
    State state,
    UUID mailId,
    Instant createdAt,
    Instant expiresAt,
    @Version long version) {

  /** States as stored; a PENDING one whose time is over counts as expired. */
  enum State {
    PENDING,
    USED,
    REVOKED,
    SUPERSEDED
  }

  /** A new link and its secret, which is kept nowhere. */
  record Issued(PasswordReset reset, String secret) {

    @Override
    public String toString() {
      return "Issued[passwordResetId=" + reset.passwordResetId() + "]";
    }
  }

  static Issued issue(
      AccountId accountId, UserId userId, int generation, Instant now, Duration life) {
    String secret = RandomToken.next();
    return new Issued(
        new PasswordReset(
            Ids.next(),
            accountId,
            userId,
            generation,
            RandomToken.hash(secret),
            State.PENDING,
            Ids.next(),
            now,
            now.plus(life),
            0),
        secret);
  }
}
