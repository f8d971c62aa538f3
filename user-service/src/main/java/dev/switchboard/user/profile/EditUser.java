package dev.switchboard.user.profile;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.credential.PasswordHasher;
import dev.switchboard.user.user.Change;
import dev.switchboard.user.user.Email;
import dev.switchboard.user.user.Mobile;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** D1, G1: changes what is known of a person. What is not in the command stays as it is. */
@Component
@EnableConfigurationProperties(ProfileProperties.class)
public class EditUser {
  private final Users users;
  private final ReadUser readUser;
  private final VoicemailPins pins;
  private final PasswordHasher hasher;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final PinRules pinRules;

  EditUser(
      Users users,
      ReadUser readUser,
      VoicemailPins pins,
      PasswordHasher hasher,
      AuditTrail audit,
      TransactionOperations transaction,
      ProfileProperties properties) {
    this.users = users;
    this.readUser = readUser;
    this.pins = pins;
    this.hasher = hasher;
    this.audit = audit;
    this.transaction = transaction;
    this.pinRules = new PinRules(properties.pinShortest(), properties.pinLongest());
  }

  /**
   * What is to change; null leaves as it is.
   *
   * @param seen whether the caller has seen this version of the user
   */
  public record Command(
      UUID userId,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable Email email,
      @Nullable NewValue<Mobile> mobile,
      @Nullable String timeZone,
      @Nullable String language,
      @Nullable NewValue<String> voicemailPin,
      LongPredicate seen) {

    @Override
    public String toString() {
      return "EditUser.Command";
    }
  }

  /**
   * The user as he is now.
   *
   * @param eventId what the change was told by; null when nothing in the list has changed
   */
  public record Edited(ReadUser.Details details, @Nullable UUID eventId) {}

  /**
   * Changes one user.
   *
   * @throws ProblemException {@code auth.forbidden}; {@code resource.not-found}; {@code
   *     version.mismatch}; {@code user.email-fixed}; {@code user.email-taken}; {@code pin.*}
   */
  public Edited edit(Caller caller, Command command) {
    ReadUser.requireReach(caller, command.userId());
    if (command.email() != null && caller.role() != Caller.Role.ADMIN) {
      throw new ProblemException(
          CommonError.FORBIDDEN, "Only an admin can change the address of an invited person.");
    }
    // Hashed before the transaction: nobody waits for a lock meanwhile.
    String pinHash = hashOfPin(caller, command);
    return transaction.execute(status -> store(caller, command, pinHash));
  }

  private @Nullable String hashOfPin(Caller caller, Command command) {
    NewValue<String> wanted = command.voicemailPin();
    String pin = wanted == null ? null : wanted.value();
    if (pin == null) {
      return null;
    }
    Integer extension = readUser.read(caller, command.userId()).row().extension();
    pinRules.check(pin, extension == null ? null : extension.toString());
    return hasher.hash(pin);
  }

  private Edited store(Caller caller, Command command, @Nullable String pinHash) {
    User user =
        users
            .lock(new AccountId(caller.accountId()), new UserId(command.userId()))
            .filter(User::isLive)
            .orElseThrow(ReadUser::noSuchUser);
    IfMatch.require(command.seen(), user.version());
    storePin(caller, command, user, pinHash);
    NewValue<Mobile> mobile = command.mobile();
    Optional<Change<User>> change =
        user.edit(
            profile(user, command),
            mobile == null ? user.mobile() : mobile.value(),
            caller.actor());
    UUID eventId = change.map(each -> users.save(each, "/email").eventId()).orElse(null);
    return new Edited(readUser.details(caller.accountId(), command.userId()), eventId);
  }

  private void storePin(Caller caller, Command command, User user, @Nullable String pinHash) {
    if (pinHash != null) {
      pins.set(user, pinHash);
    } else if (command.voicemailPin() == null || !pins.remove(user)) {
      return; // as before
    }
    audit.record(
        AuditEntry.ofUser(
            caller.accountId(),
            caller.actor(),
            pinHash == null ? "voicemail-pin.removed" : "voicemail-pin.changed",
            command.userId()));
  }

  private static User.Profile profile(User user, Command command) {
    return new User.Profile(
        orElse(command.firstName(), user.firstName()),
        orElse(command.lastName(), user.lastName()),
        orElse(command.email(), user.email()),
        orElse(command.language(), user.language()),
        orElse(command.timeZone(), user.timeZone()));
  }

  private static <T> T orElse(@Nullable T wanted, T present) {
    return wanted == null ? present : wanted;
  }
}
