package dev.switchboard.user.invitation;

import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.user.account.Account;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.directory.Directory;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes a link and asks for its mail, within the transaction of whoever needs it. */
@Component
class IssueInvitation {
  private final InvitationRepository invitations;
  private final InvitationMail mail;
  private final AccountRepository accounts;
  private final Users users;
  private final Directory directory;
  private final Outbox outbox;
  private final Clock clock;
  private final InvitationProperties properties;

  IssueInvitation(
      InvitationRepository invitations,
      InvitationMail mail,
      AccountRepository accounts,
      Users users,
      Directory directory,
      Outbox outbox,
      Clock clock,
      InvitationProperties properties) {
    this.invitations = invitations;
    this.mail = mail;
    this.accounts = accounts;
    this.users = users;
    this.directory = directory;
    this.outbox = outbox;
    this.clock = clock;
    this.properties = properties;
  }

  /** Returns the id of the mail command. */
  UUID issue(User user, int generation) {
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
    Account account = accounts.findById(user.accountId()).orElseThrow();
    return outbox.add(mail.request(issued, user, inviterName(user, account), account));
  }

  private String inviterName(User user, Account account) {
    UserId inviter = user.invitedBy();
    return inviter == null
        ? account.companyName()
        : users.find(user.accountId(), inviter).map(User::fullName).orElseGet(account::companyName);
  }
}
