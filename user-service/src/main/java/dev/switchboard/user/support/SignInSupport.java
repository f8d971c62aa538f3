package dev.switchboard.user.support;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.session.CheckPassword;
import dev.switchboard.user.session.OperatorSessions.Employee;
import dev.switchboard.user.session.SessionError;
import dev.switchboard.user.session.SignInThrottle;
import dev.switchboard.user.support.SupportUsers.SupportUser;
import dev.switchboard.user.user.Email;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** I1: support signs in at its own door, under the rules of A3. */
@Component
public class SignInSupport {
  private static final Logger log = LoggerFactory.getLogger(SignInSupport.class);

  /** Nobody can type it, so that no attempt at the users' door counts at this one. */
  private static final String ADDRESS_SPACE = "support\0";

  private final SignInThrottle throttle;
  private final SupportUsers supportUsers;
  private final CheckPassword checkPassword;
  private final SupportSessions sessions;
  private final SupportProperties properties;
  private final TransactionOperations transaction;

  SignInSupport(
      SignInThrottle throttle,
      SupportUsers supportUsers,
      CheckPassword checkPassword,
      SupportSessions sessions,
      SupportProperties properties,
      TransactionOperations transaction) {
    this.throttle = throttle;
    this.supportUsers = supportUsers;
    this.checkPassword = checkPassword;
    this.sessions = sessions;
    this.properties = properties;
    this.transaction = transaction;
  }

  /** What was typed. */
  public record Command(String email, String password) {

    @Override
    public String toString() {
      return "SignInSupport.Command";
    }
  }

  /** Who signed in, the secret of his session, and how long it lasts at most. */
  public record SignedIn(Employee employee, String secret, Duration life) {

    @Override
    public String toString() {
      return "SignedIn[" + employee.id() + "]";
    }
  }

  /**
   * Signs in.
   *
   * @throws ProblemException {@code auth.invalid-credentials}, the same for an unknown address and
   *     a wrong password; {@code auth.too-many-attempts}; {@code auth.locked}; {@code
   *     service.unavailable}
   */
  public SignedIn signIn(Command command) {
    Optional<Email> email = Email.parse(command.email());
    String address =
        ADDRESS_SPACE
            + email
                .map(Email::value)
                .orElseGet(() -> command.email().strip().toLowerCase(Locale.ROOT));
    SignInThrottle.Attempt attempt = throttle.count(address);
    Optional<SupportUser> found =
        Tenancy.asSystem(
            () -> transaction.execute(status -> email.flatMap(supportUsers::findByEmail)));
    boolean matches =
        checkPassword.matches(
            attempt, command.password(), found.map(SupportUser::passwordHash).orElse(null));
    if (found.isEmpty() || !matches) {
      throw new ProblemException(
          SessionError.INVALID_CREDENTIALS, "The e-mail address or the password is not right.");
    }
    SupportUser user = found.get();
    String secret = Tenancy.asSystem(() -> transaction.execute(status -> sessions.open(user.id())));
    throttle.forget(attempt);
    log.info("Support user {} has signed in", user.id());
    return new SignedIn(
        new Employee(user.id(), user.name(), user.email().value()), secret, properties.longest());
  }
}
