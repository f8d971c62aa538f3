package dev.switchboard.user.invitation;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.account.Account;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.plan.OpenSlots;
import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.plan.PlanError;
import dev.switchboard.user.plan.Prices;
import dev.switchboard.user.plan.Quote;
import dev.switchboard.user.plan.SlotId;
import dev.switchboard.user.user.Email;
import dev.switchboard.user.user.SeatRequest;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
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
  private final Prices prices;
  private final Clock clock;

  InviteUser(
      Users users, AccountRepository accounts, OpenSlots openSlots, Prices prices, Clock clock) {
    this.users = users;
    this.accounts = accounts;
    this.openSlots = openSlots;
    this.prices = prices;
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
    Optional<SlotId> slot = openSlots.claim(accountId, command.plan(), userId.value());
    Account account = accounts.findById(accountId).orElseThrow();
    if (slot.isEmpty()) {
      requireConsent(account, command);
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

  private void requireConsent(Account account, Command command) {
    if (!command.acceptCharges()) {
      Quote quote =
          prices.quoteForOneMore(
              command.plan(), LocalDate.ofInstant(clock.instant(), ZoneId.of(account.timeZone())));
      throw new ProblemException(
              PlanError.CHARGE_NOT_ACCEPTED,
              "No slot of this plan is open. Accept the charge to add one.")
          .with("quote", quote);
    }
    if (!openSlots.mayBuy(account.accountId())) {
      throw new ProblemException(
          PlanError.ACCOUNT_PAST_DUE, "New slots can be bought again when the statement is paid.");
    }
  }
}
