package dev.switchboard.user.forwarding;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.directory.wire.LineV1;
import dev.switchboard.user.mail.MailAllowance;
import dev.switchboard.user.mail.RequestMail;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.UserState;
import dev.switchboard.user.user.Users;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * F5: a user is mailed when his calls go elsewhere, or no longer, whoever changed it: who takes
 * over an account wants its calls. Whoever has not joined yet is not told.
 */
@Component
public class TellOfForwarding {
  private static final String FORWARD_TO = "forwardTo";

  private final Users users;
  private final RequestMail requestMail;
  private final MailAllowance allowance;

  TellOfForwarding(Users users, RequestMail requestMail, MailAllowance allowance) {
    this.users = users;
    this.requestMail = requestMail;
    this.allowance = allowance;
  }

  /** A line has changed; the caller has made sure that it is the latest that is known of it. */
  public void on(IncomingEvent<LineV1> event) {
    LineV1 line = event.data();
    if (!line.changed().contains(FORWARD_TO)) {
      return;
    }
    Optional<User> user =
        users
            .find(new AccountId(line.accountId()), new UserId(line.userId()))
            .filter(
                found -> found.state() == UserState.ACTIVE || found.state() == UserState.SUSPENDED);
    user.filter(found -> allowance.tryTake(found.accountId(), admin(line, found), found.userId()))
        .ifPresent(found -> tell(found, event));
  }

  private void tell(User user, IncomingEvent<LineV1> event) {
    Map<String, Object> model = new HashMap<>();
    model.put("changedAt", event.time().truncatedTo(ChronoUnit.MILLIS));
    if (event.data().forwardTo() != null) {
      model.put("number", event.data().forwardTo());
    }
    requestMail.tell(user, "forwarding-changed", model);
  }

  /** Who changed it, when it was not the user himself. */
  private static @Nullable UserId admin(LineV1 line, User user) {
    Actor actor = line.actor();
    return actor.userId() == null || actor.userId().equals(user.userId().value())
        ? null
        : new UserId(actor.userId());
  }
}
