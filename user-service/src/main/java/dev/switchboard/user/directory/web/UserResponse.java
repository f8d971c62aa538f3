package dev.switchboard.user.directory.web;

import dev.switchboard.user.directory.DirectoryRow;
import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.user.Role;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as the API shows him.
 *
 * @param plan null until billing has found a seat
 * @param directNumbers E.164
 * @param extension null until numbering has opened the line
 * @param bridgeId ten digits; null until numbering has opened the line
 * @param forwardTo E.164, or null
 * @param invitation null for whom was never invited
 * @param version for If-Match
 */
public record UserResponse(
    UUID id,
    String firstName,
    String lastName,
    String email,
    Role role,
    UserState state,
    @Nullable Plan plan,
    List<String> directNumbers,
    @Nullable String extension,
    @Nullable String bridgeId,
    @Nullable String forwardTo,
    @Nullable Invitation invitation,
    long version) {

  /**
   * How far the invitation is (B2).
   *
   * @param state PENDING, ACCEPTED, EXPIRED, REVOKED or SUPERSEDED
   * @param delivery of the mail: QUEUED, SENT, FAILED or BOUNCED
   * @param expiresAt when the link ends
   */
  public record Invitation(String state, String delivery, Instant expiresAt) {}

  /** A user who has just been invited: seat, line and mail are yet to come. */
  public static UserResponse of(User user) {
    return new UserResponse(
        user.userId().value(),
        user.firstName(),
        user.lastName(),
        user.email().value(),
        user.role(),
        user.state(),
        null,
        List.of(),
        null,
        null,
        null,
        null,
        user.version());
  }

  /** The row as clients see it. */
  public static UserResponse of(DirectoryRow row) {
    Integer extension = row.extension();
    DirectoryRow.InvitationView invitation = row.invitation();
    return new UserResponse(
        row.userId(),
        row.firstName(),
        row.lastName(),
        row.email(),
        row.role(),
        row.state(),
        row.plan(),
        row.directNumbers(),
        extension == null ? null : extension.toString(),
        row.bridgeId(),
        row.forwardTo(),
        invitation == null
            ? null
            : new Invitation(invitation.state(), invitation.delivery(), invitation.expiresAt()),
        row.userVersion());
  }
}
