package dev.switchboard.billing.recipient.wire;

import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is read of every {@code user.*} event to know people and whom to write to.
 *
 * @param erasedAt when his name and address were erased; null while they are his
 */
public record PersonV1(
    UUID accountId,
    long version,
    UUID userId,
    String firstName,
    String lastName,
    String email,
    Role role,
    State state,
    String language,
    String timeZone,
    @Nullable Instant erasedAt) {

  /** What he may do (A6). */
  public enum Role {
    ADMIN,
    USER
  }

  /** Where he is in his life as a user. */
  public enum State {
    INVITED,
    ACTIVE,
    SUSPENDED,
    DELETED,
    WITHDRAWN
  }

  /**
   * The data of an event that keeps its contract.
   *
   * @throws BrokenEventException when something is missing or is of another account or user
   */
  public static PersonV1 checked(IncomingEvent<PersonV1> event) {
    PersonV1 person = event.data();
    if (Stream.of(
                person.accountId,
                person.userId,
                person.firstName,
                person.lastName,
                person.email,
                person.role,
                person.state,
                person.language,
                person.timeZone)
            .anyMatch(Objects::isNull)
        || person.version < 1) {
      throw new BrokenEventException(event.type() + " lacks a required property");
    }
    if (!person.accountId.equals(event.accountId())
        || !person.userId.toString().equals(event.subject())) {
      throw new BrokenEventException(event.type() + " of another account or user than its event's");
    }
    return person;
  }

  /** Whether his name is still to be told: it is not erased, and he was not merely invited. */
  public boolean hasName() {
    return erasedAt == null && state != State.WITHDRAWN;
  }

  /** Whether billing writes to him. */
  public boolean isActiveAdmin() {
    return hasName() && role == Role.ADMIN && state == State.ACTIVE;
  }
}
