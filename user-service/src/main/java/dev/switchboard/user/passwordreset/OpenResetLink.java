package dev.switchboard.user.passwordreset;

import dev.switchboard.platform.crypto.RandomToken;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserState;
import dev.switchboard.user.user.Users;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Looks a link up by its secret; changes nothing. */
@Component
public class OpenResetLink {
  private final PasswordResetRepository resets;
  private final Users users;
  private final AccountRepository accounts;
  private final TransactionOperations transaction;

  OpenResetLink(
      PasswordResetRepository resets,
      Users users,
      AccountRepository accounts,
      TransactionOperations transaction) {
    this.resets = resets;
    this.users = users;
    this.accounts = accounts;
    this.transaction = transaction;
  }

  /** What became of a link. */
  public enum LinkState {
    PENDING,
    USED,
    EXPIRED,
    REVOKED,
    SUPERSEDED
  }

  /** A link with whom it is for. */
  public record Link(LinkState state, User user, String companyName) {}

  /**
   * Finds the link.
   *
   * @throws ProblemException {@code password-reset.unknown}
   */
  public Link open(String secret) {
    byte[] hash = RandomToken.hash(secret);
    Optional<Link> link = Tenancy.asSystem(() -> transaction.execute(status -> find(hash)));
    return link.orElseThrow(
        () -> PasswordResetError.UNKNOWN.problem("This link is not known. Is it complete?"));
  }

  private Optional<Link> find(byte[] hash) {
    return resets
        .findByTokenHash(hash)
        .flatMap(reset ->
            users
                .find(reset.accountId(), reset.userId())
                .flatMap(user ->
                    accounts
                        .findById(reset.accountId())
                        .map(account ->
                            new Link(stateOf(reset, user), user, account.companyName()))));
  }

  private LinkState stateOf(PasswordReset reset, User user) {
    return switch (reset.state()) {
      case USED -> LinkState.USED;
      case REVOKED -> LinkState.REVOKED;
      case SUPERSEDED -> LinkState.SUPERSEDED;
      case PENDING -> {
        if (user.state() != UserState.ACTIVE) {
          yield LinkState.REVOKED;
        }
        yield resets.isOver(reset.accountId(), reset.tokenHash())
            ? LinkState.EXPIRED
            : LinkState.PENDING;
      }
    };
  }
}
