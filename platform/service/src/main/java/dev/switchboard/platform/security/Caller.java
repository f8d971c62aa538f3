package dev.switchboard.platform.security;

import dev.switchboard.platform.event.Actor;
import java.util.UUID;

/**
 * Who calls, as the verified token says; nothing else does. A controller takes it as a parameter.
 *
 * @param accountId the only account whose data the call may see
 * @param userId the signed-in user
 * @param role what the user may do
 * @param sessionId the session (not its secret)
 */
public record Caller(UUID accountId, UUID userId, Role role, UUID sessionId) {

  /** Roles of product A6 and I1. */
  public enum Role {
    ADMIN,
    USER,
    SUPPORT
  }

  /** This user as the actor of an event. */
  public Actor actor() {
    return Actor.user(userId);
  }

  /** Whether the caller is an admin or is this user himself. */
  public boolean mayReach(UUID otherUserId) {
    return role == Role.ADMIN || userId.equals(otherUserId);
  }
}
