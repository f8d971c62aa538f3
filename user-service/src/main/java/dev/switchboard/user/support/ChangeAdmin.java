package dev.switchboard.user.support;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.mail.RequestMail;
import dev.switchboard.user.user.ChangeRole;
import dev.switchboard.user.user.Role;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A7, I1: support makes a user the admin of his account, with a reason. All whom it concerns get a
 * mail and have to sign in again.
 */
@Component
public class ChangeAdmin {
  private final AccountRepository accounts;
  private final Users users;
  private final ChangeRole changeRole;
  private final RequestMail requestMail;
  private final AuditTrail trail;
  private final Clock clock;
  private final TransactionOperations transaction;

  ChangeAdmin(
      AccountRepository accounts,
      Users users,
      ChangeRole changeRole,
      RequestMail requestMail,
      AuditTrail trail,
      Clock clock,
      TransactionOperations transaction) {
    this.accounts = accounts;
    this.users = users;
    this.changeRole = changeRole;
    this.requestMail = requestMail;
    this.trail = trail;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Who shall be admin.
   *
   * @param reason for the account's audit log
   * @param keepOthers whether those who are admins now remain so
   */
  public record Command(AccountId accountId, UserId userId, String reason, boolean keepOthers) {}

  /**
   * Changes the admin; does nothing when it is so already.
   *
   * @throws ProblemException {@code resource.not-found}; {@code user.not-joined}; {@code
   *     user.state-conflict}
   */
  public void change(Caller caller, Command command) {
    Tenancy.as(
        command.accountId().value(),
        () -> transaction.executeWithoutResult(status -> apply(caller, command)));
  }

  private void apply(Caller caller, Command command) {
    AccountId accountId = command.accountId();
    if (accounts.lock(accountId).isEmpty()) {
      throw new ProblemException(CommonError.NOT_FOUND, "There is no such account.");
    }
    List<User> admins = users.admins(accountId);
    boolean wasAdmin = admins.stream().anyMatch(admin -> isChosen(admin, command));
    List<User> former =
        command.keepOthers()
            ? List.of()
            : admins.stream().filter(admin -> !isChosen(admin, command)).toList();
    // First the new admin: at no time is the account without one.
    changeRole.change(accountId, command.userId(), Role.ADMIN, caller.actor());
    former.forEach(
        admin -> changeRole.change(accountId, admin.userId(), Role.USER, caller.actor()));
    if (!wasAdmin || !former.isEmpty()) {
      tell(command, former, wasAdmin);
      record(caller, command);
    }
  }

  private static boolean isChosen(User user, Command command) {
    return user.userId().equals(command.userId());
  }

  /** Those whose role is another now. */
  private void tell(Command command, List<User> former, boolean wasAdmin) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    User admin = users.find(command.accountId(), command.userId()).orElseThrow();
    if (!wasAdmin) {
      requestMail.tell(admin, "admin-changed", model(admin, true, now));
    }
    former.forEach(other -> requestMail.tell(other, "admin-changed", model(admin, false, now)));
  }

  private static Map<String, Object> model(User admin, boolean recipientIsAdmin, Instant now) {
    return Map.of("adminName", admin.fullName(), "isAdmin", recipientIsAdmin, "changedAt", now);
  }

  private void record(Caller caller, Command command) {
    trail.record(
        AuditEntry.ofUser(
                command.accountId().value(),
                caller.actor(),
                "account.admin-changed",
                command.userId().value())
            .with(
                Map.of(
                    "reason",
                    command.reason(),
                    "otherAdmins",
                    command.keepOthers() ? "kept" : "removed")));
  }
}
