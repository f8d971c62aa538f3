package dev.switchboard.numbering.order;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One number that an account wants from the carrier.
 *
 * @param assignTo the user who is to have it, or null for the pool
 * @param acceptCharges whether the account agreed to pay for it
 * @param orderedBy the admin
 * @param reason why it failed; null in the other states
 * @param attempts how often the carrier was asked
 * @param eventId of the event by which the list of users hears of it, else of the number's; null
 *     until it is ACTIVE
 * @param nextTryAt when the carrier is asked next: to order it, or after a failure to take it back;
 *     null: nothing is left to do
 */
public record NumberOrder(
    UUID orderId,
    AccountId accountId,
    E164 number,
    @Nullable UserId assignTo,
    boolean acceptCharges,
    UUID orderedBy,
    State state,
    @Nullable Reason reason,
    Instant orderedAt,
    int attempts,
    @Nullable UUID eventId,
    @Nullable Instant nextTryAt) {
  private static final int LONGEST_PAUSE = 30;
  private static final int MAX_DOUBLINGS = 5;

  /** States of an order; it leaves PENDING once. */
  public enum State {
    PENDING,
    ACTIVE,
    FAILED
  }

  /** Why an order failed. */
  public enum Reason {
    /** The carrier does not have the number. */
    NOT_AVAILABLE,
    /** The carrier did not answer for too long. */
    TIMED_OUT,
    /** Whoever was to have it is gone. */
    USER_GONE,
    /** It was to be included, and meanwhile it is not. */
    CHARGE_NOT_ACCEPTED,
    /** Calls to the user would come back to this number. */
    LOOP
  }

  static NumberOrder place(
      UUID orderId,
      AccountId accountId,
      E164 number,
      @Nullable UserId assignTo,
      boolean acceptCharges,
      UUID orderedBy,
      Instant now) {
    return new NumberOrder(
        orderId,
        accountId,
        number,
        assignTo,
        acceptCharges,
        orderedBy,
        State.PENDING,
        null,
        now,
        0,
        null,
        now);
  }

  /** Who wanted it. */
  Actor actor() {
    return Actor.user(orderedBy);
  }

  /** The account has it. */
  NumberOrder fulfil(UUID event) {
    return with(State.ACTIVE, null, event, null);
  }

  /**
   * The account does not get it.
   *
   * @param cleanUpAt when the carrier is asked to take it back, or null when it never gave it
   */
  NumberOrder fail(Reason why, @Nullable Instant cleanUpAt) {
    return with(State.FAILED, why, null, cleanUpAt);
  }

  /**
   * The carrier did not answer: the next try is after a pause that doubles up to 30 s, and after
   * {@code giveUpAfter} there is none.
   */
  NumberOrder unanswered(Instant now, Duration giveUpAfter, Duration cleanUpAfter) {
    return now.isBefore(orderedAt.plus(giveUpAfter))
        ? with(state, reason, null, now.plusSeconds(pause()))
        : fail(Reason.TIMED_OUT, now.plus(cleanUpAfter));
  }

  /** Nothing of it is left at the carrier; after a failure. */
  NumberOrder cleanedUp() {
    return with(state, reason, null, null);
  }

  private long pause() {
    return Math.min(LONGEST_PAUSE, 1L << Math.clamp(attempts - 1, 0, MAX_DOUBLINGS));
  }

  private NumberOrder with(
      State newState, @Nullable Reason newReason, @Nullable UUID event, @Nullable Instant next) {
    if (state != State.PENDING && state != newState) {
      throw new IllegalStateException("order " + orderId + " is " + state);
    }
    return new NumberOrder(
        orderId,
        accountId,
        number,
        assignTo,
        acceptCharges,
        orderedBy,
        newState,
        newReason,
        orderedAt,
        attempts,
        event,
        next);
  }
}
