package dev.switchboard.billing.preview;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.statement.History;
import dev.switchboard.billing.statement.Span;
import dev.switchboard.platform.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account's history with what would happen to it now. Pure but for the refusals. What goes on is
 * kept by its id, so that thousands of acts on thousands of users take no time.
 */
final class Supposition {
  private final History history;
  private final Instant now;
  private final List<Span.Slot> endedSlots = new ArrayList<>();
  private final List<Span.Seat> endedSeats = new ArrayList<>();
  private final List<Span.Held> endedNumbers = new ArrayList<>();
  private final Map<UUID, Span.Slot> slots = new LinkedHashMap<>();
  private final Map<UUID, Span.Seat> seats = new LinkedHashMap<>();
  private final Map<String, Span.Held> numbers = new LinkedHashMap<>();
  private final Map<Plan, Deque<UUID>> openSlots = new EnumMap<>(Plan.class);
  private int added;

  Supposition(History history, Instant now) {
    this.history = history;
    this.now = now;
    Set<UUID> occupied = new HashSet<>();
    for (Span.Seat seat : history.seats()) {
      if (seat.to() == null) {
        seats.put(seat.userId(), seat);
        occupied.add(seat.slotId());
      } else {
        endedSeats.add(seat);
      }
    }
    for (Span.Slot slot : history.slots()) {
      if (slot.to() == null) {
        slots.put(slot.slotId(), slot);
        if (!occupied.contains(slot.slotId())) {
          open(slot.plan(), slot.slotId());
        }
      } else {
        endedSlots.add(slot);
      }
    }
    for (Span.Held held : history.numbers()) {
      if (held.to() == null) {
        numbers.put(held.number(), held);
      } else {
        endedNumbers.add(held);
      }
    }
  }

  History history() {
    return new History(
        history.signedUpAt(),
        history.zone(),
        together(endedSlots, slots.values()),
        together(endedSeats, seats.values()),
        together(endedNumbers, numbers.values()));
  }

  /**
   * Supposes one act, after those before.
   *
   * @throws ProblemException {@code quote.user-unknown}, {@code quote.number-unknown}
   */
  void suppose(QuotedChange change, String pointer) {
    switch (change) {
      case QuotedChange.AddUser(Plan plan) -> addUser(plan);
      case QuotedChange.ChangePlan(UUID userId, Plan plan) ->
          changePlan(seat(userId, pointer), plan);
      case QuotedChange.AddNumber(@Nullable UUID userId) -> {
        requireSeat(userId, pointer);
        // Of numbers that come at the same time, those that are there already come first.
        hold("new " + ++added, userId);
      }
      case QuotedChange.AssignNumber(String number, @Nullable UUID userId) -> {
        requireSeat(userId, pointer);
        end(endedNumbers, number(number, pointer));
        hold(number, userId);
      }
      case QuotedChange.ReleaseNumber(String number) -> {
        end(endedNumbers, number(number, pointer));
        numbers.remove(number);
      }
      case QuotedChange.TakeBackNumber(String number) -> {
        // The same number and no new one: released in the same period, it leaves no line (E4).
        if (!numbers.containsKey(number)) {
          hold(number, null);
        }
      }
      case QuotedChange.DeleteUser(UUID userId, boolean keepSlot) ->
          delete(seat(userId, pointer), keepSlot);
    }
  }

  private void addUser(Plan plan) {
    UUID open = openSlots.getOrDefault(plan, new ArrayDeque<>()).poll();
    UUID slotId = open == null ? new UUID(0, ++added) : open;
    if (open == null) {
      slots.put(slotId, new Span.Slot(slotId, plan, now, null));
    }
    sit(new UUID(1, ++added), slotId, plan);
  }

  private void changePlan(Span.Seat seat, Plan plan) {
    if (seat.plan() == plan) {
      return;
    }
    end(endedSlots, slot(seat.slotId()));
    end(endedSeats, seat);
    slots.put(seat.slotId(), new Span.Slot(seat.slotId(), plan, now, null));
    sit(seat.userId(), seat.slotId(), plan);
  }

  private void delete(Span.Seat seat, boolean keepSlot) {
    end(endedSeats, seat);
    seats.remove(seat.userId());
    Span.Slot slot = slot(seat.slotId());
    if (keepSlot) {
      open(slot.plan(), slot.slotId());
    } else {
      end(endedSlots, slot);
      slots.remove(slot.slotId());
    }
  }

  private void open(Plan plan, UUID slotId) {
    openSlots.computeIfAbsent(plan, any -> new ArrayDeque<>()).add(slotId);
  }

  private void sit(UUID userId, UUID slotId, Plan plan) {
    seats.put(userId, new Span.Seat(userId, slotId, plan, now, null));
  }

  private void hold(String number, @Nullable UUID userId) {
    numbers.put(number, new Span.Held(number, false, userId, now, null));
  }

  private Span.Slot slot(UUID slotId) {
    return Objects.requireNonNull(slots.get(slotId), "open interval of the slot " + slotId);
  }

  private void requireSeat(@Nullable UUID userId, String pointer) {
    if (userId != null) {
      seat(userId, pointer);
    }
  }

  private Span.Seat seat(UUID userId, String pointer) {
    Span.Seat seat = seats.get(userId);
    if (seat == null) {
      throw ProblemException.field(
          QuoteError.USER_UNKNOWN, pointer + "/userId", "There is no such user with a plan.");
    }
    return seat;
  }

  private Span.Held number(String number, String pointer) {
    Span.Held held = numbers.get(number);
    if (held == null) {
      throw ProblemException.field(
          QuoteError.NUMBER_UNKNOWN, pointer + "/number", "Your company has no such number.");
    }
    return held;
  }

  /** What began at this very moment never was. */
  private <S extends Span<S>> void end(List<S> ended, S span) {
    if (span.from().isBefore(now)) {
      ended.add(span.until(now));
    }
  }

  private static <S> List<S> together(List<S> ended, Collection<S> goingOn) {
    List<S> all = new ArrayList<>(ended);
    all.addAll(goingOn);
    return all;
  }
}
