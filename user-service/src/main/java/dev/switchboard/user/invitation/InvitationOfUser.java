package dev.switchboard.user.invitation;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.user.directory.Directory;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserEvent;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.UserProjection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The link of an invited person follows him: to another address goes a new one (C4), and whoever is
 * deleted has none.
 */
@Component
class InvitationOfUser implements UserProjection {
  private final InvitationRepository invitations;
  private final IssueInvitation issueInvitation;
  private final Directory directory;

  InvitationOfUser(
      InvitationRepository invitations, IssueInvitation issueInvitation, Directory directory) {
    this.invitations = invitations;
    this.issueInvitation = issueInvitation;
    this.directory = directory;
  }

  @Override
  public List<OutgoingEvent> project(User user, UserEvent event) {
    switch (event) {
      case UserEvent.Changed changed -> {
        // Without a live link the first mail is yet to come, and goes to the new address.
        if (changed.changed().contains("email")
            && invitations.hasLive(user.accountId(), user.userId())) {
          UUID adminId = event.actor().userId();
          issueInvitation.again(user, adminId == null ? null : new UserId(adminId));
        }
      }
      case UserEvent.Deleted _ -> {
        if (invitations.revoke(user.accountId(), user.userId()) > 0) {
          directory.invitationRevoked(user.accountId().value(), user.userId().value());
        }
      }
      case UserEvent.SignedUp _,
          UserEvent.Invited _,
          UserEvent.Joined _,
          UserEvent.Withdrawn _,
          UserEvent.Suspended _,
          UserEvent.Reactivated _,
          UserEvent.Restored _,
          UserEvent.Erased _,
          UserEvent.RoleChanged _ -> {}
    }
    return List.of();
  }
}
