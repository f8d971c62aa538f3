package dev.switchboard.user.passwordreset;

import dev.switchboard.user.mail.RequestMail;
import dev.switchboard.user.user.User;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a link and asks for its mail, within the transaction of whoever needs it and under the
 * user's lock. The link before it is void.
 */
@Component
class IssuePasswordReset {
  private final PasswordResetRepository resets;
  private final RequestMail requestMail;
  private final Clock clock;
  private final PasswordResetProperties properties;

  IssuePasswordReset(
      PasswordResetRepository resets,
      RequestMail requestMail,
      Clock clock,
      PasswordResetProperties properties) {
    this.resets = resets;
    this.requestMail = requestMail;
    this.clock = clock;
    this.properties = properties;
  }

  /**
   * @param requestedBy full name of the admin who asked for it, or null when nobody is named
   */
  void issue(User user, @Nullable String requestedBy) {
    resets.supersede(user.accountId(), user.userId());
    PasswordReset.Issued issued =
        PasswordReset.issue(
            user.accountId(),
            user.userId(),
            resets.newestGeneration(user.accountId(), user.userId()) + 1,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            properties.life());
    PasswordReset reset = resets.save(issued.reset());
    Map<String, Object> model = new HashMap<>();
    model.put("expiresAt", reset.expiresAt());
    if (requestedBy != null) {
      model.put("requestedBy", requestedBy);
    }
    requestMail.sendLink(user, reset.mailId(), "password-reset", model, issued.secret());
  }
}
