package dev.switchboard.user.invitation;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.credential.Credentials;
import dev.switchboard.user.credential.PasswordHasher;
import dev.switchboard.user.credential.PasswordPolicy;
import dev.switchboard.user.directory.Directory;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.Users;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The invited person sets a password and is a user. The link is used up, the password stored and
 * the user made ACTIVE in one transaction, by one of all who try at once.
 */
@Component
public class AcceptInvitation {
  private final OpenLink openLink;
  private final PasswordPolicy policy;
  private final PasswordHasher hasher;
  private final InvitationRepository invitations;
  private final Users users;
  private final Credentials credentials;
  private final Directory directory;
  private final TransactionOperations transaction;

  AcceptInvitation(
      OpenLink openLink,
      PasswordPolicy policy,
      PasswordHasher hasher,
      InvitationRepository invitations,
      Users users,
      Credentials credentials,
      Directory directory,
      TransactionOperations transaction) {
    this.openLink = openLink;
    this.policy = policy;
    this.hasher = hasher;
    this.invitations = invitations;
    this.users = users;
    this.credentials = credentials;
    this.directory = directory;
    this.transaction = transaction;
  }

  /**
   * Accepts.
   *
   * @throws ProblemException {@code invitation.*} when the link is not good; {@code password.*}
   */
  public void accept(String secret, String password) {
    OpenLink.Link link = openLink.open(secret);
    requirePending(link);
    User user = link.user();
    policy.check(
        password,
        "/password",
        List.of(
            user.firstName(),
            user.lastName(),
            user.fullName(),
            user.email().value(),
            link.companyName()));
    String hash = hasher.hash(password);
    AccountId accountId = user.accountId();
    boolean accepted =
        Tenancy.as(accountId.value(), () -> transaction.execute(status -> consume(link, hash)));
    if (!accepted) {
      requirePending(openLink.open(secret));
      throw InvitationError.USED.problem("Somebody has used this link a moment ago.");
    }
  }

  private boolean consume(OpenLink.Link link, String passwordHash) {
    Invitation invitation = link.invitation();
    // The user first, as everywhere, so that no two transactions wait for each other.
    User user = users.lock(invitation.accountId(), invitation.userId()).orElseThrow();
    if (invitations.consume(invitation.accountId(), invitation.tokenHash()) == 0) {
      return false;
    }
    users.save(user.join());
    credentials.create(user.accountId().value(), user.userId().value(), passwordHash);
    directory.invitationAccepted(user.accountId().value(), user.userId().value());
    return true;
  }

  private static void requirePending(OpenLink.Link link) {
    switch (link.state()) {
      case PENDING -> {}
      case ACCEPTED -> throw InvitationError.USED.problem("You have already joined. Sign in.");
      case EXPIRED ->
          throw InvitationError.EXPIRED.problem("Ask your admin to send the invitation again.");
      case REVOKED -> throw InvitationError.REVOKED.problem("Ask your admin for a new invitation.");
      case SUPERSEDED ->
          throw InvitationError.SUPERSEDED.problem("Use the link in the latest mail.");
    }
  }
}
