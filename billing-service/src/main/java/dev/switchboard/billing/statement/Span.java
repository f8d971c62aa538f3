package dev.switchboard.billing.statement;

import dev.switchboard.billing.pricelist.Plan;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that an account had for a time: from its begin, and until its end when it has one.
 *
 * @param <S> its own kind
 */
public sealed interface Span<S extends Span<S>> {

  /** When it began. */
  Instant from();

  /** When it ended; null while it goes on. */
  @Nullable Instant to();

  /** The same with this end, or with null going on. */
  S until(@Nullable Instant end);

  /** Whether it was so at the last moment before this instant. */
  default boolean isJustBefore(Instant instant) {
    Instant end = to();
    return from().isBefore(instant) && (end == null || !end.isBefore(instant));
  }

  /** A slot on a plan. */
  record Slot(UUID slotId, Plan plan, Instant from, @Nullable Instant to) implements Span<Slot> {

    @Override
    public Slot until(@Nullable Instant end) {
      return new Slot(slotId, plan, from, end);
    }
  }

  /** A user in a slot, with its plan. */
  record Seat(UUID userId, UUID slotId, Plan plan, Instant from, @Nullable Instant to)
      implements Span<Seat> {

    @Override
    public Seat until(@Nullable Instant end) {
      return new Seat(userId, slotId, plan, from, end);
    }
  }

  /**
   * A number.
   *
   * @param isMain whether it is the company main number, which is free (E2)
   * @param userId whose direct number it is; null when it is nobody's
   */
  record Held(
      String number, boolean isMain, @Nullable UUID userId, Instant from, @Nullable Instant to)
      implements Span<Held> {

    @Override
    public Held until(@Nullable Instant end) {
      return new Held(number, isMain, userId, from, end);
    }
  }
}
