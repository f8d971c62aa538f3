package dev.switchboard.billing.preview;

import dev.switchboard.billing.preview.PreviewStatement.Known;
import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.statement.History;
import dev.switchboard.billing.statement.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What each of some users costs a month with his numbers, on this plan or that: the monthly sum of
 * a quote, of a history that has nobody else in it. What a number costs depends on the plan of its
 * user alone (E2), so the difference is that of the whole account's quote.
 */
public final class MonthlyCosts {
  private final Known known;
  private final Map<UUID, Span.Seat> seats;
  private final Map<UUID, List<Span.Slot>> slots;
  private final Map<UUID, List<Span.Held>> numbers;

  MonthlyCosts(Known known) {
    History history = known.history();
    this.known = known;
    this.seats = new HashMap<>();
    history.seats().forEach(seat -> seats.put(seat.userId(), seat));
    this.slots = by(history.slots(), Span.Slot::slotId);
    this.numbers = by(history.numbers(), held -> Objects.requireNonNull(held.userId()));
  }

  /** Whether the user has a seat now. */
  public boolean hasSeat(UUID userId) {
    return seats.containsKey(userId);
  }

  /**
   * What is paid less each month when this user has that plan, in cents; negative: more.
   *
   * @throws IllegalArgumentException when he has no seat
   */
  public long saving(UUID userId, Plan plan) {
    Span.Seat seat = seats.get(userId);
    if (seat == null) {
      throw new IllegalArgumentException("user " + userId + " has no seat");
    }
    History alone =
        new History(
            known.history().signedUpAt(),
            known.history().zone(),
            slots.getOrDefault(seat.slotId(), List.of()),
            List.of(seat),
            numbers.getOrDefault(userId, List.of()));
    Supposition supposition = new Supposition(alone, known.now());
    supposition.suppose(new QuotedChange.ChangePlan(userId, plan), "");
    return known.next(alone).recurringCents() - known.next(supposition.history()).recurringCents();
  }

  private static <S> Map<UUID, List<S>> by(List<S> spans, Function<S, UUID> key) {
    return spans.stream().collect(Collectors.groupingBy(key));
  }
}
