package dev.switchboard.user.session;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserEvent;
import dev.switchboard.user.user.UserProjection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is suspended, deleted or gets another role is signed out everywhere (D5, D6, I12). */
@Component
class EndSessionsOfUser implements UserProjection {
  private final Sessions sessions;

  EndSessionsOfUser(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public List<OutgoingEvent> project(User user, UserEvent event) {
    switch (event) {
      case UserEvent.Suspended _ -> end(user, "SUSPENDED");
      case UserEvent.Deleted _ -> end(user, "DELETED");
      case UserEvent.RoleChanged _ -> end(user, "ROLE_CHANGED");
      case UserEvent.Erased _ -> sessions.forget(user.accountId().value(), user.userId().value());
      case UserEvent.SignedUp _,
          UserEvent.Invited _,
          UserEvent.Joined _,
          UserEvent.Withdrawn _,
          UserEvent.Changed _,
          UserEvent.Reactivated _,
          UserEvent.Restored _ -> {}
    }
    return List.of();
  }

  private void end(User user, String reason) {
    sessions.endAll(user.accountId().value(), user.userId().value(), reason);
  }
}
