package dev.switchboard.user.twostep;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.mail.RequestMail;
import dev.switchboard.user.session.SignOut;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What follows when two-step sign-in goes on or off: mail, audit entry, and other sessions end. */
@Component
class SettleTwoStep {
  private static final String REASON = "TWO_STEP_CHANGED";

  private final Users users;
  private final SignOut signOut;
  private final RequestMail requestMail;
  private final AuditTrail trail;
  private final Clock clock;

  SettleTwoStep(
      Users users, SignOut signOut, RequestMail requestMail, AuditTrail trail, Clock clock) {
    this.users = users;
    this.signOut = signOut;
    this.requestMail = requestMail;
    this.trail = trail;
    this.clock = clock;
  }

  /** The caller, locked first as everywhere. */
  User lock(Caller caller) {
    return users
        .lock(new AccountId(caller.accountId()), new UserId(caller.userId()))
        .orElseThrow(
            () -> new ProblemException(CommonError.AUTH_REQUIRED, "Please sign in again."));
  }

  /** The caller has changed his own; his other sessions end, and this one may now do more. */
  void own(Caller caller, User user, boolean isOn) {
    signOut.elsewhere(caller, REASON);
    signOut.renewTokens(caller.accountId(), caller.userId(), REASON);
    tell(caller, user, isOn);
  }

  /** An admin has switched a user's off; whoever holds the lost phone is signed out too. */
  void ofOther(Caller admin, User user) {
    signOut.everywhere(user.accountId().value(), user.userId().value(), REASON);
    tell(admin, user, false);
  }

  private void tell(Caller actor, User user, boolean isOn) {
    requestMail.tell(
        user,
        "two-step-changed",
        Map.of("isOn", isOn, "changedAt", clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    trail.record(
        AuditEntry.ofUser(
            user.accountId().value(),
            actor.actor(),
            isOn ? "two-step.switched-on" : "two-step.switched-off",
            user.userId().value()));
  }
}
