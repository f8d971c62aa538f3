package dev.switchboard.user.directory;

import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.user.Role;
import dev.switchboard.user.user.UserState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One user as the console's list shows him (B1).
 *
 * @param version of the row, as the directory topic tells it
 * @param userVersion of the user aggregate
 * @param directNumbers E.164
 * @param bridgeId ten digits
 * @param forwardTo E.164
 */
public record DirectoryRow(
    UUID accountId,
    UUID userId,
    boolean visible,
    long version,
    long userVersion,
    String firstName,
    String lastName,
    String email,
    Role role,
    UserState state,
    @Nullable Plan plan,
    List<String> directNumbers,
    @Nullable Integer extension,
    @Nullable String bridgeId,
    @Nullable String forwardTo,
    @Nullable InvitationView invitation) {

  /**
   * How far the invitation is (B2).
   *
   * @param state PENDING, ACCEPTED, EXPIRED, REVOKED or SUPERSEDED
   * @param delivery of the mail: QUEUED, SENT, FAILED or BOUNCED
   */
  public record InvitationView(String state, String delivery, Instant expiresAt) {}
}
