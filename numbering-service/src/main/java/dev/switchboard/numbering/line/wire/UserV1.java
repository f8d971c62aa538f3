package dev.switchboard.numbering.line.wire;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code user.*} events.
 *
 * @param version of the user: 1, 2, 3 …
 * @param deletion what was decided when the user was deleted, or null
 */
public record UserV1(
    UUID accountId, UUID userId, long version, Actor actor, @Nullable DeletionV1 deletion) {

  /** What was decided when the user was deleted (D6). */
  public record DeletionV1(Instant deletedAt, Instant restorableUntil, NumbersToV1 numbersTo) {}

  /** Who gets the direct numbers; {@code userId} for type USER only. */
  public record NumbersToV1(Receiver type, @Nullable UUID userId) {}

  /** Kinds of receivers. */
  public enum Receiver {
    UNASSIGNED,
    USER
  }

  /**
   * The data of an event that keeps its contract.
   *
   * @throws BrokenEventException when something is missing or is of another account or user
   */
  public static UserV1 checked(IncomingEvent<UserV1> event) {
    UserV1 user = event.data();
    if (user.accountId == null || user.userId == null || user.actor == null || user.version < 1) {
      throw new BrokenEventException(event.type() + " without accountId, userId, version or actor");
    }
    if (!user.accountId.equals(event.accountId())
        || !user.userId.toString().equals(event.subject())) {
      throw new BrokenEventException(event.type() + " of another account or user than its event's");
    }
    return user;
  }

  /**
   * What was decided when the user was deleted.
   *
   * @throws BrokenEventException when it is missing, or something in it
   */
  public DeletionV1 requiredDeletion() {
    if (deletion == null
        || deletion.deletedAt == null
        || deletion.restorableUntil == null
        || deletion.numbersTo == null
        || deletion.numbersTo.type == null
        || (deletion.numbersTo.type == Receiver.USER && deletion.numbersTo.userId == null)) {
      throw new BrokenEventException("a deleted user without the whole deletion");
    }
    return deletion;
  }
}
