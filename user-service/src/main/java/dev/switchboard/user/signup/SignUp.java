package dev.switchboard.user.signup;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.account.Account;
import dev.switchboard.user.account.AccountError;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.account.AccountTopic;
import dev.switchboard.user.account.MainNumbers;
import dev.switchboard.user.credential.Credentials;
import dev.switchboard.user.credential.PasswordHasher;
import dev.switchboard.user.credential.PasswordPolicy;
import dev.switchboard.user.plan.OpenSlots;
import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.plan.SlotId;
import dev.switchboard.user.user.Email;
import dev.switchboard.user.user.SeatRequest;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A1: a company signs up with its first admin, its slots and its main number, in one transaction
 * here; billing and numbering follow by the events until it holds.
 */
@Component
public class SignUp {
  private final AccountRepository accounts;
  private final MainNumbers mainNumbers;
  private final OpenSlots openSlots;
  private final Users users;
  private final PasswordPolicy policy;
  private final PasswordHasher hasher;
  private final Credentials credentials;
  private final Outbox outbox;
  private final Clock clock;
  private final TransactionOperations transaction;

  SignUp(
      AccountRepository accounts,
      MainNumbers mainNumbers,
      OpenSlots openSlots,
      Users users,
      PasswordPolicy policy,
      PasswordHasher hasher,
      Credentials credentials,
      Outbox outbox,
      Clock clock,
      TransactionOperations transaction) {
    this.accounts = accounts;
    this.mainNumbers = mainNumbers;
    this.openSlots = openSlots;
    this.users = users;
    this.policy = policy;
    this.hasher = hasher;
    this.credentials = credentials;
    this.outbox = outbox;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Who signs up.
   *
   * @param timeZone IANA name
   * @param mainNumber E.164
   * @param slots how many of each plan, the admin's included
   * @param adminPlan the plan of the admin, of which there is at least one slot
   */
  public record Command(
      String companyName,
      String timeZone,
      String mainNumber,
      Map<Plan, Integer> slots,
      String firstName,
      String lastName,
      Email email,
      String password,
      Plan adminPlan) {

    @Override
    public String toString() {
      return "SignUp.Command";
    }
  }

  /** The ids of the new account and its admin. */
  public record SignedUp(AccountId accountId, UserId userId) {}

  /**
   * Signs up.
   *
   * @throws ProblemException {@code user.email-taken}; {@code account.main-number-taken}; {@code
   *     password.*}
   */
  public SignedUp signUp(Command command) {
    policy.check(
        command.password(),
        "/admin/password",
        List.of(
            command.firstName(),
            command.lastName(),
            command.firstName() + " " + command.lastName(),
            command.email().value(),
            command.companyName()));
    String passwordHash = hasher.hash(command.password());
    AccountId accountId = new AccountId(Ids.next());
    return Tenancy.as(
        accountId.value(),
        () -> transaction.execute(status -> store(accountId, command, passwordHash)));
  }

  private SignedUp store(AccountId accountId, Command command, String passwordHash) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    UserId adminId = new UserId(Ids.next());
    if (!mainNumbers.claim(accountId, command.mainNumber())) {
      throw ProblemException.field(
          AccountError.MAIN_NUMBER_TAKEN,
          "/mainNumber",
          "Somebody has just taken this number. Please pick another.");
    }
    Account account =
        accounts.save(
            Account.signUp(
                accountId, command.companyName(), command.timeZone(), command.mainNumber(), now));
    List<OpenSlots.Slot> slots = slots(command.slots());
    OpenSlots.Slot adminSlot =
        slots.stream().filter(slot -> slot.plan() == command.adminPlan()).findFirst().orElseThrow();
    openSlots.open(accountId, slots.stream().filter(slot -> !slot.equals(adminSlot)).toList());
    outbox.add(event(account, slots, adminId, adminSlot));
    users.save(
        User.signUp(
            adminId,
            accountId,
            new User.Profile(
                command.firstName(),
                command.lastName(),
                command.email(),
                account.language(),
                command.timeZone()),
            new SeatRequest(command.adminPlan(), adminSlot.slotId(), false),
            now),
        "/admin/email");
    credentials.create(accountId.value(), adminId.value(), passwordHash);
    return new SignedUp(accountId, adminId);
  }

  private static List<OpenSlots.Slot> slots(Map<Plan, Integer> counts) {
    List<OpenSlots.Slot> slots = new ArrayList<>();
    counts.forEach((plan, count) -> {
      for (int i = 0; i < count; i++) {
        slots.add(new OpenSlots.Slot(new SlotId(Ids.next()), plan));
      }
    });
    return slots;
  }

  private static OutgoingEvent event(
      Account account, List<OpenSlots.Slot> slots, UserId adminId, OpenSlots.Slot adminSlot) {
    return new OutgoingEvent(
        AccountTopic.NAME,
        account.accountId().toString(),
        "account.signed-up",
        account.accountId().value(),
        AccountSignedUpV1.of(account, slots, Actor.user(adminId.value()), adminSlot));
  }
}
