package dev.switchboard.user.invitation;

import dev.switchboard.platform.crypto.RandomToken;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserState;
import dev.switchboard.user.user.Users;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Looks a link up by its secret; changes nothing. */
@Component
public class OpenLink {
  private final InvitationRepository invitations;
  private final Users users;
  private final AccountRepository accounts;
  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  OpenLink(
      InvitationRepository invitations,
      Users users,
      AccountRepository accounts,
      JdbcClient jdbc,
      TransactionOperations transaction) {
    this.invitations = invitations;
    this.users = users;
    this.accounts = accounts;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** What became of a link. */
  public enum LinkState {
    PENDING,
    ACCEPTED,
    EXPIRED,
    REVOKED,
    SUPERSEDED
  }

  /** A link with whom it is for. */
  public record Link(Invitation invitation, LinkState state, User user, String companyName) {}

  /**
   * Finds the link.
   *
   * @throws ProblemException {@code invitation.unknown}
   */
  public Link open(String secret) {
    Optional<Link> link =
        Tenancy.asSystem(() -> transaction.execute(status -> find(RandomToken.hash(secret))));
    return link.orElseThrow(
        () -> InvitationError.UNKNOWN.problem("This link is not known. Is it complete?"));
  }

  private Optional<Link> find(byte[] hash) {
    return invitations
        .findByTokenHash(hash)
        .flatMap(invitation ->
            users
                .find(invitation.accountId(), invitation.userId())
                .flatMap(user ->
                    accounts
                        .findById(invitation.accountId())
                        .map(account ->
                            new Link(
                                invitation,
                                stateOf(invitation, user),
                                user,
                                account.companyName()))));
  }

  private LinkState stateOf(Invitation invitation, User user) {
    return switch (invitation.state()) {
      case ACCEPTED -> LinkState.ACCEPTED;
      case REVOKED -> LinkState.REVOKED;
      case SUPERSEDED -> LinkState.SUPERSEDED;
      case PENDING -> {
        if (user.state() != UserState.INVITED) {
          yield isAcceptedNow(invitation) ? LinkState.ACCEPTED : LinkState.REVOKED;
        }
        yield isOver(invitation) ? LinkState.EXPIRED : LinkState.PENDING;
      }
    };
  }

  /** Somebody may have joined by it after it was read here, and before his user was. */
  private boolean isAcceptedNow(Invitation invitation) {
    return invitations
        .findByTokenHash(invitation.tokenHash())
        .filter(now -> now.state() == Invitation.State.ACCEPTED)
        .isPresent();
  }

  /** By the database's clock, as the accepting update judges it. */
  private boolean isOver(Invitation invitation) {
    return jdbc.sql(
            "select expires_at <= clock_timestamp() from invitation where account_id = ? and invitation_id = ?")
        .params(invitation.accountId().value(), invitation.invitationId())
        .query(Boolean.class)
        .single();
  }
}
