package dev.switchboard.user.invitation;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.directory.Directory;
import dev.switchboard.user.directory.wire.SeatV1;
import dev.switchboard.user.user.Deletions;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.UserState;
import dev.switchboard.user.user.Users;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Billing has decided on a seat. C5: only now, when the slot is the user's, is the invitation made
 * and mailed; without a seat the invited user is withdrawn.
 */
@Component
public class SettleSeat {
  private final Users users;
  private final InvitationRepository invitations;
  private final IssueInvitation issueInvitation;
  private final Directory directory;
  private final Deletions deletions;

  SettleSeat(
      Users users,
      InvitationRepository invitations,
      IssueInvitation issueInvitation,
      Directory directory,
      Deletions deletions) {
    this.users = users;
    this.invitations = invitations;
    this.issueInvitation = issueInvitation;
    this.directory = directory;
    this.deletions = deletions;
  }

  /** The user has a seat, for the first time or again after his deletion was undone. */
  public void occupied(IncomingEvent<SeatV1> event) {
    settle(event.data())
        .filter(user -> user.state() == UserState.INVITED)
        .filter(user -> !invitations.hasLive(user.accountId(), user.userId()))
        .ifPresent(issueInvitation::withSeat);
  }

  /** There is no seat for the user: the invitation, or the undoing of his deletion, is void. */
  public void refused(IncomingEvent<SeatV1> event) {
    String reason = event.data().reason();
    settle(event.data())
        .filter(User::isLive)
        .ifPresent(user ->
            users.save(
                isNew(user)
                    ? user.withdraw(reason == null ? "UNKNOWN" : reason)
                    : user.delete(deletions.again(user), Actor.system())));
  }

  /** Whether he was invited and never had a seat. */
  private boolean isNew(User user) {
    return user.state() == UserState.INVITED
        && invitations.latestGeneration(user.accountId(), user.userId()) == 0;
  }

  /** B6: the user has another plan. */
  public void changed(IncomingEvent<SeatV1> event) {
    settle(event.data());
  }

  /** The user's seat was given up. */
  public void vacated(IncomingEvent<SeatV1> event) {
    settle(event.data());
  }

  /**
   * Notes the seat in the list; the user when that was news to it. The user is locked before his
   * row of the list, as everywhere, so that no two transactions wait for each other.
   */
  private Optional<User> settle(SeatV1 seat) {
    Optional<User> user = users.lock(new AccountId(seat.accountId()), new UserId(seat.userId()));
    boolean news = directory.on(seat);
    return user.filter(locked -> news);
  }
}
