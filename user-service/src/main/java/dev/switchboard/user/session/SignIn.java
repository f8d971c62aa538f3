package dev.switchboard.user.session;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.credential.Credentials;
import dev.switchboard.user.credential.PasswordHasher;
import dev.switchboard.user.user.Email;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A3: opens a session for an e-mail address and its password. */
@Component
public class SignIn {
  private final SignInThrottle throttle;
  private final Credentials credentials;
  private final PasswordHasher hasher;
  private final Sessions sessions;
  private final TransactionOperations transaction;

  SignIn(
      SignInThrottle throttle,
      Credentials credentials,
      PasswordHasher hasher,
      Sessions sessions,
      TransactionOperations transaction) {
    this.throttle = throttle;
    this.credentials = credentials;
    this.hasher = hasher;
    this.sessions = sessions;
    this.transaction = transaction;
  }

  /** What was typed, and how the browser names itself. */
  public record Command(String email, String password, @Nullable String userAgent) {

    @Override
    public String toString() {
      return "SignIn.Command";
    }
  }

  /** Who signed in, and the secret of his session. */
  public record SignedIn(Credentials.Known known, String secret) {

    @Override
    public String toString() {
      return "SignedIn[" + known + "]";
    }
  }

  /**
   * Signs in.
   *
   * @throws ProblemException {@code auth.invalid-credentials}, the same for an unknown address and
   *     a wrong password; {@code auth.too-many-attempts}; {@code auth.locked}
   */
  public SignedIn signIn(Command command) {
    Optional<Email> email = Email.parse(command.email());
    String address =
        email.map(Email::value).orElseGet(() -> command.email().strip().toLowerCase(Locale.ROOT));
    throttle.count(address);
    Optional<Credentials.Known> known =
        Tenancy.asSystem(() ->
            transaction.execute(
                status -> email.flatMap(valid -> credentials.findByEmail(valid.value()))));
    boolean matches =
        hasher.matches(command.password(), known.map(Credentials.Known::passwordHash).orElse(null));
    if (known.isEmpty() || !matches) {
      throw new ProblemException(
          SessionError.INVALID_CREDENTIALS, "The e-mail address or the password is not right.");
    }
    String secret = open(known.get(), command.userAgent());
    throttle.forget(address);
    return new SignedIn(known.get(), secret);
  }

  private String open(Credentials.Known known, @Nullable String userAgent) {
    return Tenancy.as(
        known.accountId(),
        () ->
            transaction.execute(
                status -> sessions.open(known.accountId(), known.userId(), userAgent)));
  }
}
