package dev.switchboard.billing.preview;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.statement.History;
import dev.switchboard.billing.statement.Span;
import dev.switchboard.platform.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account's history with what would happen to it now. Pure but for the refusals. */
final class Supposition {
  private final List<Span.Slot> slots;
  private final List<Span.Seat> seats;
  private final List<Span.Held> numbers;
  private final History history;
  private final Instant now;
  private int added;

  Supposition(History history, Instant now) {
    this.history = history;
    this.now = now;
    this.slots = new ArrayList<>(history.slots());
    this.seats = new ArrayList<>(history.seats());
    this.numbers = new ArrayList<>(history.numbers());
  }

  History history() {
    return new History(history.signedUpAt(), history.zone(), slots, seats, numbers);
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
        if (userId != null) {
          seat(userId, pointer);
        }
        // Of numbers that come at the same time, those that are there already come first.
        numbers.add(new Span.Held("new " + ++added, false, userId, now, null));
      }
      case QuotedChange.AssignNumber(String number, @Nullable UUID userId) -> {
        if (userId != null) {
          seat(userId, pointer);
        }
        Span.Held held = number(number, pointer);
        end(numbers, held);
        numbers.add(new Span.Held(number, false, userId, now, null));
      }
      case QuotedChange.ReleaseNumber(String number) -> end(numbers, number(number, pointer));
      case QuotedChange.TakeBackNumber(String number) -> {
        // The same number and no new one: released in the same period, it leaves no line (E4).
        if (numbers.stream().noneMatch(held -> isOpen(held, number))) {
          numbers.add(new Span.Held(number, false, null, now, null));
        }
      }
      case QuotedChange.DeleteUser(UUID userId, boolean keepSlot) -> {
        Span.Seat seat = seat(userId, pointer);
        end(seats, seat);
        if (!keepSlot) {
          end(slots, slot(seat.slotId()));
        }
      }
    }
  }

  private void addUser(Plan plan) {
    Span.Slot open =
        slots.stream()
            .filter(slot -> slot.to() == null && slot.plan() == plan && !isOccupied(slot))
            .findFirst()
            .orElseGet(() -> {
              Span.Slot bought = new Span.Slot(new UUID(0, ++added), plan, now, null);
              slots.add(bought);
              return bought;
            });
    seats.add(new Span.Seat(new UUID(1, ++added), open.slotId(), plan, now, null));
  }

  private void changePlan(Span.Seat seat, Plan plan) {
    if (seat.plan() == plan) {
      return;
    }
    end(slots, slot(seat.slotId()));
    end(seats, seat);
    slots.add(new Span.Slot(seat.slotId(), plan, now, null));
    seats.add(new Span.Seat(seat.userId(), seat.slotId(), plan, now, null));
  }

  private boolean isOccupied(Span.Slot slot) {
    return seats.stream()
        .anyMatch(seat -> seat.to() == null && seat.slotId().equals(slot.slotId()));
  }

  private Span.Slot slot(UUID slotId) {
    return slots.stream()
        .filter(slot -> slot.to() == null && slot.slotId().equals(slotId))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("slot " + slotId + " has no open interval"));
  }

  private Span.Seat seat(UUID userId, String pointer) {
    return seats.stream()
        .filter(seat -> seat.to() == null && seat.userId().equals(userId))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.field(
                QuoteError.USER_UNKNOWN,
                pointer + "/userId",
                "There is no such user with a plan."));
  }

  private Span.Held number(String number, String pointer) {
    return numbers.stream()
        .filter(held -> isOpen(held, number))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.field(
                QuoteError.NUMBER_UNKNOWN,
                pointer + "/number",
                "Your company has no such number."));
  }

  private static boolean isOpen(Span.Held held, String number) {
    return held.to() == null && held.number().equals(number);
  }

  /** What began at this very moment never was. */
  private <S extends Span<S>> void end(List<S> spans, S span) {
    spans.remove(span);
    if (span.from().isBefore(now)) {
      spans.add(span.until(now));
    }
  }
}
