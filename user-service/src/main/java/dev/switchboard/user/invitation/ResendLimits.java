package dev.switchboard.user.invitation;

import dev.switchboard.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** D4: the mails to one invited person are some time apart and a few a day. */
@Component
class ResendLimits {
  private static final Duration DAY = Duration.ofDays(1);

  private final Clock clock;
  private final InvitationProperties properties;

  ResendLimits(Clock clock, InvitationProperties properties) {
    this.clock = clock;
    this.properties = properties;
  }

  /**
   * Goes on when one more mail may be sent now.
   *
   * @param earlier invitations of the user, the newest first
   * @throws ProblemException {@code invitation.resend-too-soon}; {@code invitation.resend-limit}
   */
  void require(List<Invitation> earlier) {
    Instant now = clock.instant();
    Instant allowed = earlier.getFirst().createdAt().plus(properties.resendPause());
    if (now.isBefore(allowed)) {
      throw InvitationError.RESEND_TOO_SOON
          .problem("Please wait a minute before you send it again.")
          .retryAfter(Duration.between(now, allowed).plusMillis(999));
    }
    Instant next = nextOfDay(earlier);
    if (now.isBefore(next)) {
      throw InvitationError.RESEND_LIMIT
          .problem("It was sent " + properties.mailsPerDay() + " times within a day.")
          .retryAfter(Duration.between(now, next).plusMillis(999));
    }
  }

  /** Whether the day has room for one more mail, however short a while ago the last one was. */
  boolean allowToday(List<Invitation> earlier) {
    return !clock.instant().isBefore(nextOfDay(earlier));
  }

  private Instant nextOfDay(List<Invitation> earlier) {
    return earlier.size() < properties.mailsPerDay()
        ? Instant.MIN
        : earlier.get(properties.mailsPerDay() - 1).createdAt().plus(DAY);
  }
}
