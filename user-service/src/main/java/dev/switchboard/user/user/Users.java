package dev.switchboard.user.user;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.user.wire.UserV1;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Stores users, and with each change its event and the views of it, in one transaction. */
@Component
public class Users {
  static final String TOPIC = "user.users.v1";

  private final UserRepository users;
  private final Outbox outbox;
  private final SingletonSupplier<List<UserProjection>> projections;

  /** Projections are looked up when the first user is stored: some of them need users, too. */
  Users(UserRepository users, Outbox outbox, ObjectProvider<UserProjection> projections) {
    this.users = users;
    this.outbox = outbox;
    this.projections = SingletonSupplier.of(() -> projections.orderedStream().toList());
  }

  /** A user after a change, and the id of the event that tells of it. */
  public record Stored(User user, UUID eventId) {}

  /** The user, or nothing when the account has none with this id. */
  public Optional<User> find(AccountId accountId, UserId userId) {
    return users.findByAccountIdAndUserId(accountId, userId);
  }

  /** The same, locked until the transaction ends. */
  public Optional<User> lock(AccountId accountId, UserId userId) {
    return users.lock(accountId, userId);
  }

  /** The deleted user of the account who still has this address and can be restored. */
  public Optional<UserId> findDeleted(AccountId accountId, Email email) {
    return users.findDeleted(accountId, email);
  }

  /** The admins of an account, also suspended ones. */
  public List<User> admins(AccountId accountId) {
    return users.findAdmins(accountId);
  }

  /** How many people an account has. */
  public int count(AccountId accountId) {
    return users.countLive(accountId);
  }

  /**
   * Stores a change.
   *
   * @param emailPointer where the request has the address, for the error
   * @throws ProblemException {@code user.email-taken} when another user has the address (C4)
   */
  public Stored save(Change<User> change, String emailPointer) {
    try {
      return save(change);
    } catch (DbActionExecutionException | DuplicateKeyException e) {
      if (e instanceof DuplicateKeyException || e.getCause() instanceof DuplicateKeyException) {
        throw ProblemException.field(
            UserError.EMAIL_TAKEN, emailPointer, "This address already belongs to a user.");
      }
      throw e;
    }
  }

  /** Stores a change that leaves the address as it is. */
  public Stored save(Change<User> change) {
    User user = users.save(change.state());
    List<OutgoingEvent> events = new ArrayList<>();
    events.add(toWire(user, change.event()));
    projections
        .obtain()
        .forEach(projection -> events.addAll(projection.project(user, change.event())));
    return new Stored(user, outbox.add(events).getFirst());
  }

  static OutgoingEvent toWire(User user, UserEvent event) {
    return new OutgoingEvent(
        TOPIC,
        user.userId().toString(),
        typeOf(event),
        user.accountId().value(),
        UserV1.of(user, event));
  }

  /** The event's name, as on the topic and in the audit log. */
  public static String typeOf(UserEvent event) {
    return switch (event) {
      case UserEvent.SignedUp _ -> "user.signed-up";
      case UserEvent.Invited _ -> "user.invited";
      case UserEvent.Joined _ -> "user.joined";
      case UserEvent.Withdrawn _ -> "user.withdrawn";
      case UserEvent.Changed _ -> "user.changed";
      case UserEvent.Suspended _ -> "user.suspended";
      case UserEvent.Reactivated _ -> "user.reactivated";
      case UserEvent.Deleted _ -> "user.deleted";
      case UserEvent.Restored _ -> "user.restored";
      case UserEvent.Erased _ -> "user.erased";
      case UserEvent.RoleChanged _ -> "user.role-changed";
    };
  }
}
