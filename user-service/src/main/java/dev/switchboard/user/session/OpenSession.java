package dev.switchboard.user.session;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.audit.Origin;
import dev.switchboard.platform.crypto.RandomToken;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.credential.Credentials;
import dev.switchboard.user.mail.RequestMail;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The part of a sign-in after the password was right, in one transaction. */
@Component
class OpenSession {
  private final Credentials credentials;
  private final SecondStep secondStep;
  private final Sessions sessions;
  private final KnownDevices devices;
  private final Users users;
  private final RequestMail requestMail;
  private final AuditTrail trail;
  private final Clock clock;

  OpenSession(
      Credentials credentials,
      SecondStep secondStep,
      Sessions sessions,
      KnownDevices devices,
      Users users,
      RequestMail requestMail,
      AuditTrail trail,
      Clock clock) {
    this.credentials = credentials;
    this.secondStep = secondStep;
    this.sessions = sessions;
    this.devices = devices;
    this.users = users;
    this.requestMail = requestMail;
    this.trail = trail;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Outcome {}

  /** A session, its secret, and the secret that the browser is known by from now on. */
  record Opened(String session, String device) implements Outcome {

    @Override
    public String toString() {
      return "Opened";
    }
  }

  /** Nobody is signed in, and nothing has changed. */
  record Refused(SessionError why) implements Outcome {}

  /** Opens a session, unless the password is another by now or the second step is not made. */
  Outcome open(Credentials.Known known, @Nullable String code, KnownDevices.Presented device) {
    if (!credentials.holds(known)) {
      return new Refused(SessionError.INVALID_CREDENTIALS);
    }
    SecondStep.Verdict verdict = secondStep.judge(known.accountId(), known.userId(), code);
    return switch (verdict) {
      case MISSING -> new Refused(SessionError.CODE_REQUIRED);
      case WRONG -> new Refused(SessionError.CODE_WRONG);
      case NOT_NEEDED, CODE, RECOVERY_CODE -> open(known, verdict, device);
    };
  }

  private Opened open(
      Credentials.Known known, SecondStep.Verdict verdict, KnownDevices.Presented device) {
    Origin origin = Origin.current();
    String session =
        sessions.open(
            known.accountId(), known.userId(), origin == null ? null : origin.userAgent());
    boolean isNew = !device.isOfUser() && devices.hasAny(known.accountId(), known.userId());
    String secret = Objects.requireNonNullElseGet(device.secret(), RandomToken::next);
    devices.remember(known.accountId(), known.userId(), secret);
    if (isNew) {
      tell(known.accountId(), known.userId(), origin);
    }
    trail.record(
        AuditEntry.ofUser(
                known.accountId(), Actor.user(known.userId()), "session.signed-in", known.userId())
            .with(Map.of("secondStep", verdict.name(), "newDevice", Boolean.toString(isNew))));
    return new Opened(session, secret);
  }

  private void tell(UUID accountId, UUID userId, @Nullable Origin origin) {
    User user = users.find(new AccountId(accountId), new UserId(userId)).orElseThrow();
    requestMail.tell(
        user,
        "new-sign-in",
        Map.of(
            "device",
            DeviceName.of(origin == null ? null : origin.userAgent()),
            "ipAddress",
            origin == null ? "?" : origin.ipAddress(),
            "signedInAt",
            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }
}
