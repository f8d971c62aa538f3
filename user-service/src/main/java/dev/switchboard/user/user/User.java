package dev.switchboard.user.user;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.user.account.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A person of an account who makes or receives calls.
 *
 * @param language BCP 47 tag for mails and the console
 * @param timeZone IANA name
 * @param invitedBy the admin who invited, or null for the first admin
 * @param withdrawnReason why, in state WITHDRAWN only
 * @param deletion what was decided, in state DELETED only
 * @param erasedAt when name, address and mobile number were erased, or null
 * @param version 0 before it is stored, then 1, 2, 3 …
 */
@Table("users")
public record User(
    @Id UserId userId,
    AccountId accountId,
    String firstName,
    String lastName,
    Email email,
    Role role,
    UserState state,
    String language,
    String timeZone,
    @Embedded.Empty(prefix = "seat_") SeatRequest seatRequest,
    @Nullable UserId invitedBy,
    @Nullable String withdrawnReason,
    @Nullable Mobile mobile,
    @Embedded.Nullable(prefix = "deletion_") @Nullable Deletion deletion,
    @Nullable Instant erasedAt,
    Instant createdAt,
    @Version long version) {
  private static final List<String> PROFILE =
      List.of("firstName", "lastName", "email", "role", "state", "language", "timeZone");

  /** Who a person is. */
  public record Profile(
      String firstName, String lastName, Email email, String language, String timeZone) {}

  /** The first admin of a new account, at once ACTIVE (A1). */
  public static Change<User> signUp(
      UserId id, AccountId accountId, Profile profile, SeatRequest seat, Instant now) {
    User user = create(id, accountId, profile, Role.ADMIN, UserState.ACTIVE, seat, null, now);
    return new Change<>(user, new UserEvent.SignedUp(Actor.user(id.value()), with("seatRequest")));
  }

  /** A person whom an admin invites (C2). */
  public static Change<User> invite(
      UserId id,
      AccountId accountId,
      Profile profile,
      SeatRequest seat,
      UserId invitedBy,
      Instant now) {
    User user = create(id, accountId, profile, Role.USER, UserState.INVITED, seat, invitedBy, now);
    return new Change<>(
        user, new UserEvent.Invited(Actor.user(invitedBy.value()), with("seatRequest")));
  }

  /**
   * The invited person sets a password and is in.
   *
   * @throws dev.switchboard.platform.problem.ProblemException {@code user.not-invited}
   */
  public Change<User> join() {
    if (state != UserState.INVITED) {
      throw UserError.NOT_INVITED.problem("This user has already joined or is no longer invited.");
    }
    return new Change<>(
        withState(UserState.ACTIVE, null),
        new UserEvent.Joined(Actor.link(userId.value()), List.of("state")));
  }

  /** Billing had no seat for the invited person; nothing remains of the invitation. */
  public Change<User> withdraw(String reason) {
    if (state != UserState.INVITED) {
      throw UserError.NOT_INVITED.problem("Only an invitation can be taken back.");
    }
    return new Change<>(
        withState(UserState.WITHDRAWN, reason),
        new UserEvent.Withdrawn(Actor.system(), List.of("state", "withdrawnReason")));
  }

  /**
   * Support makes the user an admin, or takes that from him (A7). Only who can sign in is made one.
   *
   * @throws dev.switchboard.platform.problem.ProblemException {@code user.not-joined}; {@code
   *     user.state-conflict}
   */
  public Change<User> changeRole(Role newRole, Actor actor) {
    switch (state) {
      case INVITED -> throw UserError.NOT_JOINED.problem("This user has not yet joined.");
      case SUSPENDED -> {
        if (newRole == Role.ADMIN) {
          throw UserError.STATE_CONFLICT.problem("This user is suspended. Reactivate him first.");
        }
      }
      case DELETED, WITHDRAWN ->
          throw UserError.STATE_CONFLICT.problem("This user belongs to the account no more.");
      case ACTIVE -> {}
    }
    return new Change<>(withRole(newRole), new UserEvent.RoleChanged(actor, List.of("role")));
  }

  /** First and last name with a space between. */
  public String fullName() {
    return firstName + " " + lastName;
  }

  private static User create(
      UserId id,
      AccountId accountId,
      Profile profile,
      Role role,
      UserState state,
      SeatRequest seat,
      @Nullable UserId invitedBy,
      Instant now) {
    return new User(
        id,
        accountId,
        profile.firstName(),
        profile.lastName(),
        profile.email(),
        role,
        state,
        profile.language(),
        profile.timeZone(),
        seat,
        invitedBy,
        null,
        null,
        null,
        null,
        now,
        0);
  }

  private User withState(UserState newState, @Nullable String reason) {
    return new User(
        userId,
        accountId,
        firstName,
        lastName,
        email,
        role,
        newState,
        language,
        timeZone,
        seatRequest,
        invitedBy,
        reason,
        mobile,
        deletion,
        erasedAt,
        createdAt,
        version);
  }

  private User withRole(Role newRole) {
    return new User(
        userId,
        accountId,
        firstName,
        lastName,
        email,
        newRole,
        state,
        language,
        timeZone,
        seatRequest,
        invitedBy,
        withdrawnReason,
        mobile,
        deletion,
        erasedAt,
        createdAt,
        version);
  }

  private static List<String> with(String property) {
    List<String> all = new ArrayList<>(PROFILE);
    all.add(property);
    return List.copyOf(all);
  }
}
