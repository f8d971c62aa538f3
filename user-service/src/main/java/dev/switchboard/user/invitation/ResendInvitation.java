package dev.switchboard.user.invitation;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserError;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.UserState;
import dev.switchboard.user.user.Users;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** D4: a new link by a new mail; the old link is void. */
@Component
public class ResendInvitation {
  private final Users users;
  private final IssueInvitation issueInvitation;
  private final AuditTrail trail;

  ResendInvitation(Users users, IssueInvitation issueInvitation, AuditTrail trail) {
    this.users = users;
    this.issueInvitation = issueInvitation;
    this.trail = trail;
  }

  /**
   * Sends the invitation again.
   *
   * @return the id of the event, for the consistency token
   * @throws ProblemException {@code user.not-invited}; {@code invitation.resend-too-soon}; {@code
   *     invitation.resend-limit}; {@code mail.limit}
   */
  @Transactional
  public UUID resend(Caller caller, UUID userId) {
    User user =
        users
            .lock(new AccountId(caller.accountId()), new UserId(userId))
            .filter(User::isLive)
            .orElseThrow(
                () -> new ProblemException(CommonError.NOT_FOUND, "There is no such user."));
    if (user.state() != UserState.INVITED) {
      throw UserError.NOT_INVITED.problem("This user has already joined.");
    }
    UUID mailId = issueInvitation.again(user, new UserId(caller.userId()));
    trail.record(
        AuditEntry.ofUser(caller.accountId(), caller.actor(), "invitation.resent", userId));
    return mailId;
  }
}
