package dev.switchboard.user.invitation;

import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.directory.Directory;
import dev.switchboard.user.directory.wire.SeatV1;
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
  private static final int FIRST = 1;

  private final Users users;
  private final InvitationRepository invitations;
  private final IssueInvitation issueInvitation;
  private final Directory directory;

  SettleSeat(
      Users users,
      InvitationRepository invitations,
      IssueInvitation issueInvitation,
      Directory directory) {
    this.users = users;
    this.invitations = invitations;
    this.issueInvitation = issueInvitation;
    this.directory = directory;
  }

  /** The user has a seat. */
  public void occupied(IncomingEvent<SeatV1> event) {
    settle(event.data())
        .filter(user ->
            invitations
                .findByAccountIdAndUserIdOrderByGenerationDesc(user.accountId(), user.userId())
                .isEmpty())
        .ifPresent(user -> issueInvitation.issue(user, FIRST));
  }

  /** There is no seat for the user. */
  public void refused(IncomingEvent<SeatV1> event) {
    String reason = event.data().reason();
    settle(event.data())
        .ifPresent(user -> users.save(user.withdraw(reason == null ? "UNKNOWN" : reason)));
  }

  /** The user's seat was given up. */
  public void vacated(IncomingEvent<SeatV1> event) {
    settle(event.data());
  }

  /**
   * Notes the seat in the list; the user when that was news to it and he is still INVITED. The user
   * is locked before his row of the list, as everywhere, so that no two transactions wait for each
   * other.
   */
  private Optional<User> settle(SeatV1 seat) {
    Optional<User> user = users.lock(new AccountId(seat.accountId()), new UserId(seat.userId()));
    boolean news = directory.on(seat);
    return user.filter(locked -> news && locked.state() == UserState.INVITED);
  }
}
