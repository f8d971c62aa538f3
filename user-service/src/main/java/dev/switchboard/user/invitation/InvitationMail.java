package dev.switchboard.user.invitation;

import dev.switchboard.platform.crypto.Seal;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.user.account.Account;
import dev.switchboard.user.invitation.wire.MailRequestedV1;
import dev.switchboard.user.user.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The command that asks notification-service for the mail; the link's secret in it is sealed. */
@Component
class InvitationMail {
  private static final String TOPIC = "notification.commands.v1";

  private final Seal seal;

  InvitationMail(@Value("${switchboard.link-key}") String linkKey) {
    this.seal = new Seal(linkKey);
  }

  OutgoingEvent request(Invitation.Issued issued, User user, String inviterName, Account account) {
    Invitation invitation = issued.invitation();
    return new OutgoingEvent(
        TOPIC,
        user.userId().toString(),
        "mail.requested",
        user.accountId().value(),
        new MailRequestedV1(
            invitation.mailId(),
            "invitation",
            new MailRequestedV1.Recipient(
                user.userId().value(),
                user.accountId().value(),
                user.email().value(),
                user.fullName()),
            user.language(),
            new MailRequestedV1.Model(
                user.firstName(), inviterName, account.companyName(), invitation.expiresAt()),
            seal.seal(issued.secret())));
  }
}
