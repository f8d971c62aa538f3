package dev.switchboard.user.invitation;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.account.Account;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.plan.ConsentToCharge;
import dev.switchboard.user.plan.OpenSlots;
import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.plan.SlotId;
import dev.switchboard.user.user.Email;
import dev.switchboard.user.user.SeatRequest;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserError;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * C2: an admin invites a person into an open slot, or, having accepted the charge, into one that
 * billing will buy. Billing remains the judge of the seat.
 */
@Component
public class InviteUser {
  private final Users users;
  private final AccountRepository accounts;
  private final OpenSlots openSlots;
  private final ConsentToCharge consent;
  private final Clock clock;

  InviteUser(
      Users users,
      AccountRepository accounts,
      OpenSlots openSlots,
      ConsentToCharge consent,
      Clock clock) {
    this.users = users;
    this.accounts = accounts;
    this.openSlots = openSlots;
    this.consent = consent;
    this.clock = clock;
  }

  /**
   * Whom to invite.
   *
   * @param acceptCharges whether a slot may be bought when none is open
   */
  public record Command(
      String firstName, String lastName, Email email, Plan plan, boolean acceptCharges) {}

  /**
   * Invites one person.
   *
   * @throws ProblemException {@code user.email-taken}; {@code user.charge-not-accepted} with the
   *     quote; {@code account.past-due}
   */
  @Transactional
  public Users.Stored invite(Caller caller, Command command) {
    AccountId accountId = new AccountId(caller.accountId());
    UserId userId = new UserId(Ids.next());
    requireNotDeleted(accountId, command.email());
    Optional<SlotId> slot = openSlots.claim(accountId, command.plan(), userId.value());
    Account account = accounts.findById(accountId).orElseThrow();
    if (slot.isEmpty()) {
      consent.require(account, command.plan(), command.acceptCharges());
    }
    return users.save(
        User.invite(
            userId,
            accountId,
            new User.Profile(
                command.firstName(),
                command.lastName(),
                command.email(),
                account.language(),
                account.timeZone()),
            new SeatRequest(
                command.plan(), slot.orElse(null), slot.isEmpty() && command.acceptCharges()),
            new UserId(caller.userId()),
            clock.instant().truncatedTo(ChronoUnit.MILLIS)),
        "/email");
  }

  /** Whoever was deleted by mistake is restored and not invited anew (D6). */
  private void requireNotDeleted(AccountId accountId, Email email) {
    users
        .findDeleted(accountId, email)
        .ifPresent(deleted -> {
          throw ProblemException.field(
                  UserError.DELETED,
                  "/email",
                  "This person was deleted a short while ago. Restore him instead.")
              .with("userId", deleted.value());
        });
  }
}
