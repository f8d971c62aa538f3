package dev.switchboard.numbering.number;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phone number of an account. It is with at most one account and one holder at any time (F3).
 *
 * @param use null when it is in no use
 * @param userId who holds it, when the use is DIRECT
 * @param destination what happens when it is called; null when it is in no use
 * @param keptUntil RESERVED: until then nobody else may have it, null while it is being ordered;
 *     QUARANTINED: until then the account may take it back; else null
 * @param carrier where it was ordered
 * @param version 1, 2, 3 …, going on when another account has it; of a reserved number the one that
 *     was told last, 0 for none
 */
public record PhoneNumber(
    E164 number,
    AccountId accountId,
    State state,
    @Nullable Use use,
    @Nullable UserId userId,
    @Nullable Destination destination,
    @Nullable Instant keptUntil,
    String carrier,
    long version) {

  /** States of a number. AVAILABLE is told when it is nobody's any more, and never stored. */
  public enum State {
    AVAILABLE,
    RESERVED,
    UNASSIGNED,
    ASSIGNED,
    QUARANTINED
  }

  /** What it is for. */
  public enum Use {
    COMPANY_MAIN,
    DIRECT
  }

  public PhoneNumber {
    if ((state == State.ASSIGNED) != (use != null) || (use == Use.DIRECT) != (userId != null)) {
      throw new IllegalArgumentException("an assigned number has a use, a direct one a user");
    }
    if ((use == null) != (destination == null)) {
      throw new IllegalArgumentException("a number in use has a destination, and no other");
    }
  }

  /**
   * A new account's main number (A1).
   *
   * @param told the version of the number that was told last, 0 for none
   */
  static Change<PhoneNumber> orderForCompany(
      E164 number, AccountId accountId, String carrier, long told) {
    return reserve(number, accountId, carrier, told, null)
        .use(Use.COMPANY_MAIN, null, List.of("state", "use", "destination"), Actor.system());
  }

  /** A number that nobody else may have until then, or with null until its order is settled. */
  static PhoneNumber reserve(
      E164 number, AccountId accountId, String carrier, long told, @Nullable Instant until) {
    return new PhoneNumber(
        number, accountId, State.RESERVED, null, null, null, until, carrier, told);
  }

  /**
   * The carrier has given it to the account, for the pool.
   *
   * @throws IllegalStateException when it is not being ordered
   */
  Change<PhoneNumber> order(Actor actor) {
    require(State.RESERVED);
    return new Change<>(
        unused(State.UNASSIGNED, null), new NumberEvent.Ordered(actor, List.of("state")));
  }

  /**
   * The carrier has given it to the account, for this user (B7).
   *
   * @throws IllegalStateException when it is not being ordered
   */
  Change<PhoneNumber> orderFor(UserId user, Actor actor) {
    require(State.RESERVED);
    return use(Use.DIRECT, user, List.of("state", "use", "userId", "destination"), actor);
  }

  /**
   * An unused number is a user's from now on (B7, F1).
   *
   * @throws IllegalStateException when it is in use or resting
   */
  Change<PhoneNumber> assign(UserId user, Actor actor) {
    require(State.UNASSIGNED);
    return use(Use.DIRECT, user, List.of("state", "use", "userId", "destination"), actor);
  }

  /**
   * An unused number is the company main number from now on (B8).
   *
   * @throws IllegalStateException when it is in use or resting
   */
  Change<PhoneNumber> assignToCompany(Actor actor) {
    require(State.UNASSIGNED);
    return use(Use.COMPANY_MAIN, null, List.of("state", "use", "destination"), actor);
  }

  /**
   * It is the account's and unused, whatever it was used for (B8, F1).
   *
   * @throws IllegalStateException when it is in no use
   */
  Change<PhoneNumber> unassign(Actor actor) {
    require(State.ASSIGNED);
    return new Change<>(
        unused(State.UNASSIGNED, null),
        new NumberEvent.Released(
            actor,
            use == Use.DIRECT
                ? List.of("state", "use", "userId", "destination")
                : List.of("state", "use", "destination")));
  }

  /**
   * The user who held it is gone; it is the account's and unused.
   *
   * @throws IllegalStateException when it is not a direct number
   */
  Change<PhoneNumber> release(Actor actor) {
    requireDirect();
    return unassign(actor);
  }

  /**
   * Another user gets it from the one who held it.
   *
   * @throws IllegalStateException when it is not a direct number
   */
  Change<PhoneNumber> reassign(UserId newUser, Actor actor) {
    requireDirect();
    return use(Use.DIRECT, newUser, List.of("userId", "destination"), actor);
  }

  /**
   * Calls to it go elsewhere (F2).
   *
   * @throws IllegalStateException when it is in no use
   */
  Change<PhoneNumber> leadTo(Destination newDestination, Actor actor) {
    require(State.ASSIGNED);
    return new Change<>(
        new PhoneNumber(
            number, accountId, state, use, userId, newDestination, null, carrier, version + 1),
        new NumberEvent.Changed(actor, List.of("destination")));
  }

  /**
   * The account gives it back; it rests until then (F1).
   *
   * @throws IllegalStateException when it is in use or resting
   */
  Change<PhoneNumber> giveBack(Instant until, Actor actor) {
    require(State.UNASSIGNED);
    return new Change<>(
        unused(State.QUARANTINED, until),
        new NumberEvent.Released(actor, List.of("state", "keptUntil")));
  }

  /**
   * The account has it again, unused (F1).
   *
   * @throws IllegalStateException when it is not resting
   */
  Change<PhoneNumber> takeBack(Actor actor) {
    require(State.QUARANTINED);
    return new Change<>(
        unused(State.UNASSIGNED, null),
        new NumberEvent.Ordered(actor, List.of("state", "keptUntil")));
  }

  /**
   * It has rested and is nobody's any more.
   *
   * @throws IllegalStateException when it is not resting
   */
  Change<PhoneNumber> retire() {
    require(State.QUARANTINED);
    return new Change<>(
        unused(State.AVAILABLE, null),
        new NumberEvent.Released(Actor.system(), List.of("state", "keptUntil")));
  }

  private Change<PhoneNumber> use(
      Use newUse, @Nullable UserId user, List<String> changed, Actor actor) {
    return new Change<>(
        new PhoneNumber(
            number,
            accountId,
            State.ASSIGNED,
            newUse,
            user,
            user == null ? Destination.greeting() : Destination.user(user),
            null,
            carrier,
            version + 1),
        new NumberEvent.Assigned(actor, changed));
  }

  private PhoneNumber unused(State newState, @Nullable Instant until) {
    return new PhoneNumber(
        number, accountId, newState, null, null, null, until, carrier, version + 1);
  }

  private void require(State expected) {
    if (state != expected) {
      throw new IllegalStateException("number " + number + " is " + state);
    }
  }

  private void requireDirect() {
    if (use != Use.DIRECT) {
      throw new IllegalStateException("number " + number + " is no user's");
    }
  }
}
