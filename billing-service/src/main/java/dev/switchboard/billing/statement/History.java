package dev.switchboard.billing.statement;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that an account ever had that costs something.
 *
 * @param signedUpAt the anniversary of its periods
 * @param zone where its days begin and end
 */
public record History(
    Instant signedUpAt,
    ZoneId zone,
    List<Span.Slot> slots,
    List<Span.Seat> seats,
    List<Span.Held> numbers) {

  public History {
    slots = List.copyOf(slots);
    seats = List.copyOf(seats);
    numbers = List.copyOf(numbers);
  }

  /** What was known just before this instant: what ended then or later was still going on. */
  public History before(Instant instant) {
    return new History(
        signedUpAt,
        zone,
        slots.stream().flatMap(span -> known(span, instant).stream()).toList(),
        seats.stream().flatMap(span -> known(span, instant).stream()).toList(),
        numbers.stream().flatMap(span -> known(span, instant).stream()).toList());
  }

  private static <S extends Span<S>> Optional<S> known(S span, Instant instant) {
    if (!span.from().isBefore(instant)) {
      return Optional.empty();
    }
    Instant end = span.to();
    return Optional.of(end == null || end.isBefore(instant) ? span : span.until(null));
  }

  /** Who sat in this slot just before this instant. */
  Optional<UUID> occupant(UUID slotId, Instant instant) {
    return seats.stream()
        .filter(seat -> seat.slotId().equals(slotId) && seat.isJustBefore(instant))
        .map(Span.Seat::userId)
        .findFirst();
  }
}
