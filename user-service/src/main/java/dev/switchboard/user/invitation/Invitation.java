package dev.switchboard.user.invitation;

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
 * A link sent to a person. Only the hash of its secret is kept.
 *
 * @param generation 1 for the first link of a user, 2 after a resend …
 * @param mailId the mail that carries it
 * @param version 0 before it is stored, then 1, 2, 3 …
 */
@Table("invitation")
public record Invitation(
    @Id UUID invitationId,
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
  public enum State {
    PENDING,
    ACCEPTED,
    REVOKED,
    SUPERSEDED
  }

  /** A new link and its secret, which is kept nowhere. */
  record Issued(Invitation invitation, String secret) {

    @Override
    public String toString() {
      return "Issued[invitationId=" + invitation.invitationId() + "]";
    }
  }

  static Issued issue(
      AccountId accountId, UserId userId, int generation, Instant now, Duration life) {
    String secret = RandomToken.next();
    return new Issued(
        new Invitation(
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
