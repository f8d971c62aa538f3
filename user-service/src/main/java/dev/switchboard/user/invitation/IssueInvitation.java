package dev.switchboard.user.invitation;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.directory.Directory;
import dev.switchboard.user.directory.UserList;
import dev.switchboard.user.mail.MailAllowance;
import dev.switchboard.user.mail.RequestMail;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserError;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a link and asks for its mail, within the transaction of whoever needs it. */
@Component
class IssueInvitation {
  private final InvitationRepository invitations;
  private final ResendLimits limits;
  private final MailAllowance mailAllowance;
  private final RequestMail requestMail;
  private final AccountRepository accounts;
  private final Users users;
  private final Directory directory;
  private final UserList userList;
  private final Clock clock;
  private final InvitationProperties properties;

  IssueInvitation(
      InvitationRepository invitations,
      ResendLimits limits,
      MailAllowance mailAllowance,
      RequestMail requestMail,
      AccountRepository accounts,
      Users users,
      Directory directory,
      UserList userList,
      Clock clock,
      InvitationProperties properties) {
    this.invitations = invitations;
    this.limits = limits;
    this.mailAllowance = mailAllowance;
    this.requestMail = requestMail;
    this.accounts = accounts;
    this.users = users;
    this.directory = directory;
    this.userList = userList;
    this.clock = clock;
    this.properties = properties;
  }

  /**
   * A new link in place of the live one, whose mail was sent before.
   *
   * @param adminId who triggers the mail
   * @return the id of the mail command
   * @throws ProblemException {@code invitation.resend-too-soon}; {@code invitation.resend-limit};
   *     {@code mail.limit}; {@code user.state-conflict} while he has no seat, and no mail may go
   *     out (C5)
   */
  UUID again(User user, @Nullable UserId adminId) {
    List<Invitation> earlier = earlier(user);
    if (earlier.isEmpty() || !hasSeat(user)) {
      throw UserError.STATE_CONFLICT.problem("The mail is just being prepared.");
    }
    limits.require(earlier);
    mailAllowance.take(user.accountId(), adminId, user.userId());
    invitations.supersede(user.accountId(), user.userId());
    return issue(user, earlier);
  }

  /**
   * The link of one who has just got his seat: the first one, or the next one after his deletion
   * was undone. Whoever was mailed often enough today gets none, and the admin can send it later:
   * undoing is no way round the limit (D4).
   */
  void withSeat(User user) {
    List<Invitation> earlier = earlier(user);
    if (limits.allowToday(earlier)) {
      issue(user, earlier);
    }
  }

  private List<Invitation> earlier(User user) {
    return invitations.findByAccountIdAndUserIdOrderByGenerationDesc(
        user.accountId(), user.userId());
  }

  private boolean hasSeat(User user) {
    return userList
        .find(user.accountId(), user.userId().value())
        .filter(row -> row.plan() != null)
        .isPresent();
  }

  private UUID issue(User user, List<Invitation> earlier) {
    int generation = earlier.isEmpty() ? 1 : earlier.getFirst().generation() + 1;
    Invitation.Issued issued =
        Invitation.issue(
            user.accountId(),
            user.userId(),
            generation,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            properties.life());
    Invitation invitation = invitations.save(issued.invitation());
    directory.invitationIssued(
        user.accountId().value(),
        user.userId().value(),
        invitation.mailId(),
        invitation.expiresAt());
    return requestMail.sendLink(
        user,
        invitation.mailId(),
        "invitation",
        Map.of("inviterName", inviterName(user), "expiresAt", invitation.expiresAt()),
        issued.secret());
  }

  /** Who invited; the company when that is nobody, or nobody any more. */
  private String inviterName(User user) {
    UserId inviter = user.invitedBy();
    return Optional.ofNullable(inviter)
        .flatMap(id -> users.find(user.accountId(), id))
        .filter(found -> found.erasedAt() == null)
        .map(User::fullName)
        .orElseGet(() -> accounts.findById(user.accountId()).orElseThrow().companyName());
  }
}
