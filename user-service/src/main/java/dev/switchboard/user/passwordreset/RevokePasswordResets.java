package dev.switchboard.user.passwordreset;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserEvent;
import dev.switchboard.user.user.UserProjection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A link is void when its user may not sign in any more, or has another address or password; with
 * the person's data all his links go (D3, D5, D6).
 */
@Component
public class RevokePasswordResets implements UserProjection {
  private final PasswordResetRepository resets;

  RevokePasswordResets(PasswordResetRepository resets) {
    this.resets = resets;
  }

  /** Within the transaction of what makes it void, and under the user's lock. */
  public void of(User user) {
    resets.revoke(user.accountId(), user.userId());
  }

  @Override
  public List<OutgoingEvent> project(User user, UserEvent event) {
    switch (event) {
      case UserEvent.Suspended _, UserEvent.Deleted _ -> of(user);
      case UserEvent.Changed changed when changed.changed().contains("email") -> of(user);
      case UserEvent.Erased _ -> resets.deleteAll(user.accountId(), user.userId());
      case UserEvent.SignedUp _,
          UserEvent.Invited _,
          UserEvent.Joined _,
          UserEvent.Withdrawn _,
          UserEvent.Changed _,
          UserEvent.Reactivated _,
          UserEvent.Restored _,
          UserEvent.RoleChanged _ -> {}
    }
    return List.of();
  }
}
