package dev.switchboard.user.invitation;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.mail.MailAllowance;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserError;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.UserState;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** D4: a new link by a new mail; the old link is void. */
@Component
public class ResendInvitation {
  private static final Duration DAY = Duration.ofDays(1);

  private final Users users;
  private final InvitationRepository invitations;
  private final IssueInvitation issueInvitation;
  private final MailAllowance mailAllowance;
  private final AuditTrail trail;
  private final Clock clock;
  private final InvitationProperties properties;

  ResendInvitation(
      Users users,
      InvitationRepository invitations,
      IssueInvitation issueInvitation,
      MailAllowance mailAllowance,
      AuditTrail trail,
      Clock clock,
      InvitationProperties properties) {
    this.users = users;
    this.invitations = invitations;
    this.issueInvitation = issueInvitation;
    this.mailAllowance = mailAllowance;
    this.trail = trail;
    this.clock = clock;
    this.properties = properties;
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
            .filter(found -> found.state() != UserState.WITHDRAWN)
            .orElseThrow(
                () -> new ProblemException(CommonError.NOT_FOUND, "There is no such user."));
    if (user.state() != UserState.INVITED) {
      throw UserError.NOT_INVITED.problem("This user has already joined.");
    }
    List<Invitation> earlier =
        invitations.findByAccountIdAndUserIdOrderByGenerationDesc(user.accountId(), user.userId());
    if (earlier.isEmpty()) {
      throw UserError.STATE_CONFLICT.problem("The first mail is just being prepared.");
    }
    requirePause(earlier);
    mailAllowance.take(user.accountId(), new UserId(caller.userId()), user.userId());
    trail.record(
        AuditEntry.ofUser(caller.accountId(), caller.actor(), "invitation.resent", userId));
    invitations.supersede(user.accountId(), user.userId());
    return issueInvitation.issue(user, earlier.getFirst().generation() + 1);
  }

  /** The newest is first. */
  private void requirePause(List<Invitation> earlier) {
    Instant now = clock.instant();
    Instant allowed = earlier.getFirst().createdAt().plus(properties.resendPause());
    if (now.isBefore(allowed)) {
      throw InvitationError.RESEND_TOO_SOON
          .problem("Please wait a minute before you send it again.")
          .retryAfter(Duration.between(now, allowed).plusMillis(999));
    }
    if (earlier.size() >= properties.mailsPerDay()) {
      Instant next = earlier.get(properties.mailsPerDay() - 1).createdAt().plus(DAY);
      if (now.isBefore(next)) {
        throw InvitationError.RESEND_LIMIT
            .problem("It was sent " + properties.mailsPerDay() + " times within a day.")
            .retryAfter(Duration.between(now, next).plusMillis(999));
      }
    }
  }
}
