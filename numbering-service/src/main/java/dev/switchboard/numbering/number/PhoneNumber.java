package dev.switchboard.numbering.number;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phone number of an account. It is with at most one account and one holder at any time (F3).
 *
 * @param use null when it is in no use
 * @param userId who holds it, when the use is DIRECT
 * @param carrier where it was ordered
 * @param version 1, 2, 3 …
 */
public record PhoneNumber(
    E164 number,
    AccountId accountId,
    State state,
    @Nullable Use use,
    @Nullable UserId userId,
    String carrier,
    long version) {

  /** States of a number that an account has. */
  public enum State {
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
  }

  /** A new account's main number (A1). */
  static Change<PhoneNumber> orderForCompany(E164 number, AccountId accountId, String carrier) {
    return new Change<>(
        new PhoneNumber(number, accountId, State.ASSIGNED, Use.COMPANY_MAIN, null, carrier, 1),
        new NumberEvent.Assigned(Actor.system(), List.of("state", "use")));
  }

  /**
   * An unused number is a user's from now on (B7, F1).
   *
   * @throws IllegalStateException when it is in use or resting
   */
  Change<PhoneNumber> assign(UserId user, Actor actor) {
    return use(Use.DIRECT, user, List.of("state", "use", "userId"), actor);
  }

  /**
   * An unused number is the company main number from now on (B8).
   *
   * @throws IllegalStateException when it is in use or resting
   */
  Change<PhoneNumber> assignToCompany(Actor actor) {
    return use(Use.COMPANY_MAIN, null, List.of("state", "use"), actor);
  }

  /**
   * It is the account's and unused, whatever it was used for (B8, F1).
   *
   * @throws IllegalStateException when it is in no use
   */
  Change<PhoneNumber> unassign(Actor actor) {
    if (use == null) {
      throw new IllegalStateException("number " + number + " is in no use");
    }
    return unused(
        use == Use.DIRECT ? List.of("state", "use", "userId") : List.of("state", "use"), actor);
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
    return new Change<>(
        new PhoneNumber(
            number, accountId, State.ASSIGNED, Use.DIRECT, newUser, carrier, version + 1),
        new NumberEvent.Assigned(actor, List.of("userId")));
  }

  private Change<PhoneNumber> use(
      Use newUse, @Nullable UserId user, List<String> changed, Actor actor) {
    if (state != State.UNASSIGNED) {
      throw new IllegalStateException("number " + number + " is " + state);
    }
    return new Change<>(
        new PhoneNumber(number, accountId, State.ASSIGNED, newUse, user, carrier, version + 1),
        new NumberEvent.Assigned(actor, changed));
  }

  private Change<PhoneNumber> unused(List<String> changed, Actor actor) {
    return new Change<>(
        new PhoneNumber(number, accountId, State.UNASSIGNED, null, null, carrier, version + 1),
        new NumberEvent.Released(actor, changed));
  }

  private void requireDirect() {
    if (use != Use.DIRECT) {
      throw new IllegalStateException("number " + number + " is no user's");
    }
  }
}
