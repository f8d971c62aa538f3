package dev.switchboard.billing.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Everything that an account pays for at one moment (E2). */
final class Snapshot {
  private final Map<Unit, Unit.State> states = new LinkedHashMap<>();

  private Snapshot() {}

  /** Just before this instant, at the inclusions of this day's price list. */
  static Snapshot justBefore(History history, Instant instant, PriceBook prices, LocalDate day) {
    Snapshot snapshot = new Snapshot();
    Map<UUID, Span.Seat> bySlot = new HashMap<>();
    Map<UUID, Span.Seat> byUser = new HashMap<>();
    for (Span.Seat seat : history.seats()) {
      if (seat.isJustBefore(instant)) {
        bySlot.put(seat.slotId(), seat);
        byUser.put(seat.userId(), seat);
      }
    }
    for (Span.Slot slot : history.slots()) {
      if (slot.isJustBefore(instant)) {
        Span.Seat seat = bySlot.get(slot.slotId());
        snapshot.states.put(
            new Unit.OfSlot(slot.slotId()),
            new Unit.State(new Thing.OfPlan(slot.plan()), seat == null ? null : seat.userId()));
      }
    }
    snapshot.addNumbers(history, instant, byUser, prices, day);
    return snapshot;
  }

  /**
   * The main number is free, unassigned ones cost. Of a user's, the first so many that his plan
   * includes are free, in the order in which he got them; of who has no seat none is.
   */
  private void addNumbers(
      History history,
      Instant instant,
      Map<UUID, Span.Seat> seats,
      PriceBook prices,
      LocalDate day) {
    Map<UUID, List<Span.Held>> direct =
        history.numbers().stream()
            .filter(number -> number.userId() != null && number.isJustBefore(instant))
            .sorted(Comparator.comparing(Span.Held::from).thenComparing(Span.Held::number))
            .collect(
                Collectors.groupingBy(number -> java.util.Objects.requireNonNull(number.userId())));
    direct.forEach((userId, numbers) -> {
      Span.Seat seat = seats.get(userId);
      int included = seat == null ? 0 : prices.includedNumbers(seat.plan(), day);
      for (int i = 0; i < numbers.size(); i++) {
        Thing thing = i < included ? null : new Thing.OfNumber();
        states.put(new Unit.OfNumber(numbers.get(i).number()), new Unit.State(thing, userId));
      }
    });
    history.numbers().stream()
        .filter(number -> number.userId() == null && number.isJustBefore(instant))
        .forEach(number ->
            states.put(
                new Unit.OfNumber(number.number()),
                new Unit.State(number.isMain() ? null : new Thing.OfNumber(), null)));
  }

  Map<Unit, Unit.State> states() {
    return states;
  }

  Unit.State of(Unit unit) {
    return states.getOrDefault(unit, Unit.State.NOTHING);
  }
}
