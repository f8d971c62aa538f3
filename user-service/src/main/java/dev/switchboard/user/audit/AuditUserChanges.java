package dev.switchboard.user.audit;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserEvent;
import dev.switchboard.user.user.UserProjection;
import dev.switchboard.user.user.Users;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Every change of a user is an entry of the log, named like its event. */
@Component
class AuditUserChanges implements UserProjection {
  private final AuditTrail trail;

  AuditUserChanges(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public List<OutgoingEvent> project(User user, UserEvent event) {
    trail.record(
        AuditEntry.ofUser(
                user.accountId().value(), event.actor(), Users.typeOf(event), user.userId().value())
            .with(details(user, event)));
    return List.of();
  }

  /** Which properties, and of those that name nobody what they are now. */
  private static Map<String, String> details(User user, UserEvent event) {
    return switch (event) {
      case UserEvent.SignedUp _, UserEvent.Invited _ ->
          Map.of("plan", user.seatRequest().plan().name());
      case UserEvent.Withdrawn _ -> Map.of("reason", String.valueOf(user.withdrawnReason()));
      case UserEvent.Changed changed -> Map.of("changed", String.join(", ", changed.changed()));
      case UserEvent.RoleChanged _ -> Map.of("role", user.role().name());
      case UserEvent.Joined _,
          UserEvent.Suspended _,
          UserEvent.Reactivated _,
          UserEvent.Deleted _,
          UserEvent.Restored _,
          UserEvent.Erased _ ->
          Map.of();
    };
  }
}
