package dev.switchboard.platform.security;

import dev.switchboard.platform.event.Actor;
import java.util.UUID;

/**
 * Who calls, as the verified token says; nothing else does. A controller takes it as a parameter.
 *
 * @param accountId the only account whose data the call may see; of support {@link #NO_ACCOUNT}
 * @param userId the signed-in user, or the operator's employee
 * @param role what the user may do
 * @param sessionId the session (not its secret)
 */
public record Caller(UUID accountId, UUID userId, Role role, UUID sessionId) {

  /** The account of those who belong to none: the nil UUID (RFC 9562). */
  public static final UUID NO_ACCOUNT = new UUID(0, 0);

  /** Roles of product A6 and I1. */
  public enum Role {
    ADMIN,
    USER,
    SUPPORT
  }

  /** This person as the actor of an event. */
  public Actor actor() {
    return role == Role.SUPPORT ? Actor.support(userId) : Actor.user(userId);
  }

  /** Whether the caller is an admin or is this user himself. */
  public boolean mayReach(UUID otherUserId) {
    return role == Role.ADMIN || (role == Role.USER && userId.equals(otherUserId));
  }
}
