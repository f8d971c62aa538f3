package dev.switchboard.user.passwordreset;

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
import dev.switchboard.user.user.Users;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** D3: an admin lets a user of his account have a link to set a new password. */
@Component
public class ResetPasswordOfUser {
  private final Users users;
  private final MailAllowance mailAllowance;
  private final IssuePasswordReset issuePasswordReset;
  private final AuditTrail trail;

  ResetPasswordOfUser(
      Users users,
      MailAllowance mailAllowance,
      IssuePasswordReset issuePasswordReset,
      AuditTrail trail) {
    this.users = users;
    this.mailAllowance = mailAllowance;
    this.issuePasswordReset = issuePasswordReset;
    this.trail = trail;
  }

  /**
   * Sends the link.
   *
   * @throws ProblemException {@code user.not-joined}; {@code user.state-conflict}; {@code
   *     mail.limit}
   */
  @Transactional
  public void reset(Caller caller, UUID userId) {
    AccountId accountId = new AccountId(caller.accountId());
    User user = users.lock(accountId, new UserId(userId)).orElseThrow(ResetPasswordOfUser::none);
    switch (user.state()) {
      case ACTIVE -> {}
      case INVITED ->
          throw UserError.NOT_JOINED.problem("There is no password yet. Resend the invitation.");
      case SUSPENDED ->
          throw UserError.STATE_CONFLICT.problem("This user is suspended. Reactivate first.");
      case DELETED, WITHDRAWN -> throw none();
    }
    String admin =
        users.find(accountId, new UserId(caller.userId())).map(User::fullName).orElse(null);
    mailAllowance.take(accountId, new UserId(caller.userId()), user.userId());
    issuePasswordReset.issue(user, admin);
    trail.record(
        AuditEntry.ofUser(caller.accountId(), caller.actor(), "password-reset.requested", userId));
  }

  private static ProblemException none() {
    return new ProblemException(CommonError.NOT_FOUND, "There is no such user.");
  }
}
