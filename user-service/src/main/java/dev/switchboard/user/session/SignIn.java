package dev.switchboard.user.session;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.credential.Credentials;
import dev.switchboard.user.session.FailedSignIns.Reason;
import dev.switchboard.user.user.Email;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A3: opens a session for an e-mail address, its password and, where it is on, a second step. */
@Component
public class SignIn {
  private final SignInThrottle throttle;
  private final Credentials credentials;
  private final KnownDevices devices;
  private final CheckPassword checkPassword;
  private final OpenSession openSession;
  private final FailedSignIns failures;
  private final TransactionOperations transaction;

  SignIn(
      SignInThrottle throttle,
      Credentials credentials,
      KnownDevices devices,
      CheckPassword checkPassword,
      OpenSession openSession,
      FailedSignIns failures,
      TransactionOperations transaction) {
    this.throttle = throttle;
    this.credentials = credentials;
    this.devices = devices;
    this.checkPassword = checkPassword;
    this.openSession = openSession;
    this.failures = failures;
    this.transaction = transaction;
  }

  /**
   * What was typed, and from where.
   *
   * @param code of the second step, or null
   * @param device the browser's device cookie, or null
   */
  public record Command(
      String email, String password, @Nullable String code, @Nullable String device) {

    @Override
    public String toString() {
      return "SignIn.Command";
    }
  }

  /** Who signed in, the secret of his session, and the secret that his browser is known by. */
  public record SignedIn(UUID accountId, UUID userId, String session, String device) {

    @Override
    public String toString() {
      return "SignedIn[userId=" + userId + "]";
    }
  }

  /**
   * Signs in.
   *
   * @throws ProblemException {@code auth.invalid-credentials}, the same for an unknown address and
   *     a wrong password; {@code auth.code-required}; {@code auth.code-wrong}; {@code
   *     auth.too-many-attempts}; {@code auth.locked}
   */
  public SignedIn signIn(Command command) {
    Optional<Email> email = Email.parse(command.email());
    String address =
        email.map(Email::value).orElseGet(() -> command.email().strip().toLowerCase(Locale.ROOT));
    Found found =
        Tenancy.asSystem(
            () -> transaction.execute(status -> find(email.orElse(null), command.device())));
    SignInThrottle.Attempt attempt = throttle.count(address, found.device().secretOfUser());
    Credentials.Known known = found.known();
    String hash = known == null ? null : known.passwordHash();
    if (!checkPassword.matches(attempt, command.password(), hash) || known == null) {
      failures.add(known == null ? null : known.userId(), Reason.PASSWORD);
      throw refusal(SessionError.INVALID_CREDENTIALS);
    }
    OpenSession.Outcome outcome =
        Tenancy.as(
            known.accountId(),
            () ->
                transaction.execute(
                    status -> openSession.open(known, command.code(), found.device())));
    return switch (outcome) {
      case OpenSession.Opened opened -> {
        throttle.forget(attempt);
        yield new SignedIn(known.accountId(), known.userId(), opened.session(), opened.device());
      }
      case OpenSession.Refused refused -> throw refuse(refused.why(), attempt, known);
    };
  }

  private Found find(@Nullable Email email, @Nullable String device) {
    return new Found(
        email == null ? null : credentials.findByEmail(email.value()).orElse(null),
        devices.look(email, device));
  }

  /** Asking for the code is no failure; those before it are not forgotten by it either. */
  private ProblemException refuse(
      SessionError why, SignInThrottle.Attempt attempt, Credentials.Known known) {
    switch (why) {
      case CODE_REQUIRED -> throttle.takeBack(attempt);
      case CODE_WRONG -> failures.add(known.userId(), Reason.CODE);
      case INVALID_CREDENTIALS, TOO_MANY_ATTEMPTS, LOCKED ->
          failures.add(known.userId(), Reason.PASSWORD);
    }
    return refusal(why);
  }

  private static ProblemException refusal(SessionError why) {
    return switch (why) {
      case CODE_REQUIRED ->
          new ProblemException(why, "Type the code that your authenticator app shows.");
      case CODE_WRONG ->
          ProblemException.field(
              why, "/code", "This code is not right, or it was used. Type the one shown now.");
      case INVALID_CREDENTIALS, TOO_MANY_ATTEMPTS, LOCKED ->
          new ProblemException(why, "The e-mail address or the password is not right.");
    };
  }

  private record Found(Credentials.@Nullable Known known, KnownDevices.Presented device) {}
}
