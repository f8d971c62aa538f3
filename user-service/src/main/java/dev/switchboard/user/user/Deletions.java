package dev.switchboard.user.user;

import dev.switchboard.user.plan.Plan;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Makes decisions about deleted users, which can be undone for a while from now on (D6). */
@Component
@EnableConfigurationProperties(DeletionProperties.class)
public class Deletions {
  private final Clock clock;
  private final DeletionProperties properties;

  Deletions(Clock clock, DeletionProperties properties) {
    this.clock = clock;
    this.properties = properties;
  }

  /**
   * What an admin decided.
   *
   * @param plan that the user has, or null
   * @param messagesTo who gets the messages, or null for the company inbox
   * @param numbersTo who gets the direct numbers, or null for the pool
   */
  public Deletion decide(
      User user,
      @Nullable Plan plan,
      @Nullable UserId messagesTo,
      @Nullable UserId numbersTo,
      boolean keepSlot) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Deletion(
        now, now.plus(properties.undo()), user.state(), plan, messagesTo, numbersTo, keepSlot);
  }

  /** He was restored, but there was no seat for him: nothing of his goes to anybody else. */
  public Deletion again(User user) {
    return decide(user, user.seatRequest().plan(), null, null, true);
  }
}
