package dev.switchboard.user.user;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.account.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
   * @throws ProblemException {@code user.not-invited}
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
   * Another name, address, mobile number, language or time zone (D1, G1); empty when all is as
   * before.
   *
   * @throws ProblemException {@code user.email-fixed} for another address of one who has joined
   *     (C4)
   */
  public Optional<Change<User>> edit(Profile profile, @Nullable Mobile newMobile, Actor actor) {
    List<String> changed = new ArrayList<>();
    note(changed, "firstName", firstName, profile.firstName());
    note(changed, "lastName", lastName, profile.lastName());
    note(changed, "email", email, profile.email());
    note(changed, "language", language, profile.language());
    note(changed, "timeZone", timeZone, profile.timeZone());
    note(changed, "mobile", mobile, newMobile);
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    if (changed.contains("email") && state != UserState.INVITED) {
      throw ProblemException.field(
          UserError.EMAIL_FIXED,
          "/email",
          "The address can be changed only as long as the person has not joined.");
    }
    return Optional.of(
        new Change<>(with(profile, newMobile), new UserEvent.Changed(actor, List.copyOf(changed))));
  }

  /**
   * May not sign in until further notice (D5).
   *
   * @throws ProblemException {@code user.not-joined}; {@code user.state-conflict}
   */
  public Change<User> suspend(Actor actor) {
    requireJoined("An invited person can't sign in anyway.");
    requireState(UserState.ACTIVE, "This user is suspended already.");
    return new Change<>(
        withState(UserState.SUSPENDED, null), new UserEvent.Suspended(actor, List.of("state")));
  }

  /**
   * May sign in again (D5).
   *
   * @throws ProblemException {@code user.not-joined}; {@code user.state-conflict}
   */
  public Change<User> reactivate(Actor actor) {
    requireJoined("This person has not yet joined.");
    requireState(UserState.SUSPENDED, "This user is not suspended.");
    return new Change<>(
        withState(UserState.ACTIVE, null), new UserEvent.Reactivated(actor, List.of("state")));
  }

  /** Is gone from the list; it can be undone for a while (D6). */
  public Change<User> delete(Deletion decision, Actor actor) {
    if (state == UserState.DELETED || state == UserState.WITHDRAWN) {
      throw new IllegalStateException("user " + userId + " is " + state);
    }
    return new Change<>(
        with(UserState.DELETED, decision, seatRequest),
        new UserEvent.Deleted(actor, List.of("state", "deletion")));
  }

  /**
   * The deletion is undone: the state that he had, and the seat that billing is asked for (D6).
   *
   * @throws ProblemException {@code user.state-conflict}; {@code user.restore-expired}
   */
  public Change<User> restore(SeatRequest seat, Instant now, Actor actor) {
    return new Change<>(
        with(requireRestorable(now).stateBefore(), null, seat),
        new UserEvent.Restored(actor, List.of("state", "deletion", "seatRequest")));
  }

  /**
   * The deletion that can still be undone.
   *
   * @throws ProblemException {@code user.state-conflict}; {@code user.restore-expired}
   */
  public Deletion requireRestorable(Instant now) {
    Deletion undone = requireDeletion();
    if (erasedAt != null || !now.isBefore(undone.restorableUntil())) {
      throw UserError.RESTORE_EXPIRED.problem(
          "The time for undoing is over. Invite the person anew.");
    }
    return undone;
  }

  /** Who the user was is forgotten for good, be he deleted (D6) or withdrawn. */
  public Change<User> erase(Profile nobody, Instant now) {
    List<String> changed =
        List.of("firstName", "lastName", "email", "language", "timeZone", "mobile", "erasedAt");
    boolean isWithdrawn = state == UserState.WITHDRAWN;
    if (!isWithdrawn) {
      requireDeletion();
    }
    return new Change<>(
        new User(
            userId,
            accountId,
            nobody.firstName(),
            nobody.lastName(),
            nobody.email(),
            role,
            state,
            nobody.language(),
            nobody.timeZone(),
            seatRequest,
            invitedBy,
            withdrawnReason,
            null,
            deletion,
            now,
            createdAt,
            version),
        isWithdrawn
            ? new UserEvent.Withdrawn(Actor.system(), changed)
            : new UserEvent.Erased(Actor.system(), changed));
  }

  /**
   * Becomes an admin, or is none any more (A7).
   *
   * @throws ProblemException {@code user.not-joined}; {@code user.state-conflict} for one who has
   *     the role, or can't sign in and shall become admin
   */
  public Change<User> changeRole(Role newRole, Actor actor) {
    requireJoined("Somebody who has not yet joined can't become admin.");
    if (!isLive() || role == newRole) {
      throw UserError.STATE_CONFLICT.problem("This user can't get this role.");
    }
    if (newRole == Role.ADMIN) {
      requireState(UserState.ACTIVE, "This user is suspended. Reactivate him first.");
    }
    return new Change<>(withRole(newRole), new UserEvent.RoleChanged(actor, List.of("role")));
  }

  /** Name, address, language and time zone. */
  public Profile profile() {
    return new Profile(firstName, lastName, email, language, timeZone);
  }

  /** Whether he is shown and counted: invited, active or suspended. */
  public boolean isLive() {
    return state == UserState.INVITED || state == UserState.ACTIVE || state == UserState.SUSPENDED;
  }

  private static void note(
      List<String> changed, String name, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changed.add(name);
    }
  }

  private void requireJoined(String detail) {
    if (state == UserState.INVITED) {
      throw UserError.NOT_JOINED.problem(detail);
    }
  }

  private void requireState(UserState required, String detail) {
    if (state != required) {
      throw UserError.STATE_CONFLICT.problem(detail);
    }
  }

  private Deletion requireDeletion() {
    Deletion decided = deletion;
    if (decided == null) {
      throw UserError.STATE_CONFLICT.problem("This user is not deleted.");
    }
    return decided;
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

  private User with(Profile profile, @Nullable Mobile newMobile) {
    return new User(
        userId,
        accountId,
        profile.firstName(),
        profile.lastName(),
        profile.email(),
        role,
        state,
        profile.language(),
        profile.timeZone(),
        seatRequest,
        invitedBy,
        withdrawnReason,
        newMobile,
        deletion,
        erasedAt,
        createdAt,
        version);
  }

  private User with(UserState newState, @Nullable Deletion decision, SeatRequest seat) {
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
        seat,
        invitedBy,
        withdrawnReason,
        mobile,
        decision,
        erasedAt,
        createdAt,
        version);
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
