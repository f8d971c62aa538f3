package dev.switchboard.user.support;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.credential.PasswordHasher;
import dev.switchboard.user.credential.PasswordPolicy;
import dev.switchboard.user.user.Email;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * I1: the operator makes a support user; nobody else can, and there is none by default. The same
 * address again sets name and password anew and ends the sessions.
 */
@Component
class AddSupportUser {
  private final PasswordPolicy policy;
  private final PasswordHasher hasher;
  private final SupportUsers supportUsers;
  private final TransactionOperations transaction;

  AddSupportUser(
      PasswordPolicy policy,
      PasswordHasher hasher,
      SupportUsers supportUsers,
      TransactionOperations transaction) {
    this.policy = policy;
    this.hasher = hasher;
    this.supportUsers = supportUsers;
    this.transaction = transaction;
  }

  /** Whom to add. */
  record Command(Email email, String name, String password) {

    @Override
    public String toString() {
      return "AddSupportUser.Command";
    }
  }

  /**
   * Stores the support user.
   *
   * @throws ProblemException {@code password.*}
   */
  void add(Command command) {
    policy.check(command.password(), "/password", List.of(command.name(), command.email().value()));
    String hash = hasher.hash(command.password());
    Tenancy.asSystem(() ->
        transaction.executeWithoutResult(
            status -> supportUsers.store(command.email(), command.name(), hash)));
  }
}
