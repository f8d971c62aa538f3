package dev.switchboard.billing.statement;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.pricelist.PriceList;
import dev.switchboard.billing.pricelist.PriceList.PlanPrice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the history of an account, act by act, as billing takes it down. */
final class Ledgers {
  static final PriceList PRICES = prices(1, LocalDate.of(2020, 1, 1), 1499, 1999, 2999, 499);

  private final Instant signedUpAt;
  private final ZoneId zone;
  private final Map<UUID, Span.Slot> openSlots = new LinkedHashMap<>();
  private final Map<UUID, Span.Seat> openSeats = new HashMap<>();
  private final Map<String, Span.Held> openNumbers = new LinkedHashMap<>();
  private final List<Span.Slot> slots = new ArrayList<>();
  private final List<Span.Seat> seats = new ArrayList<>();
  private final List<Span.Held> numbers = new ArrayList<>();

  Ledgers(Instant signedUpAt, ZoneId zone) {
    this.signedUpAt = signedUpAt;
    this.zone = zone;
  }

  static PriceList prices(
      long version, LocalDate from, long basic, long plus, long pro, long number) {
    return new PriceList(
        version,
        "USD",
        from,
        List.of(
            new PlanPrice(Plan.BASIC, basic, 500, 0, List.of()),
            new PlanPrice(Plan.PLUS, plus, null, 1, List.of()),
            new PlanPrice(Plan.PRO, pro, null, 1, List.of())),
        number);
  }

  /** A slot with somebody in it, or with null an open one. */
  Ledgers slot(UUID slotId, Plan plan, @Nullable UUID userId, Instant at) {
    openSlots.put(slotId, new Span.Slot(slotId, plan, at, null));
    return userId == null ? this : seat(userId, slotId, at);
  }

  Ledgers seat(UUID userId, UUID slotId, Instant at) {
    openSeats.put(userId, new Span.Seat(userId, slotId, of(openSlots, slotId).plan(), at, null));
    return this;
  }

  /** Another plan for a user, in his slot. */
  Ledgers plan(UUID userId, Plan plan, Instant at) {
    UUID slotId = of(openSeats, userId).slotId();
    leave(userId, at);
    remove(slotId, at);
    return slot(slotId, plan, userId, at);
  }

  Ledgers leave(UUID userId, Instant at) {
    seats.add(taken(openSeats, userId).until(at));
    return this;
  }

  Ledgers remove(UUID slotId, Instant at) {
    slots.add(taken(openSlots, slotId).until(at));
    return this;
  }

  /** Deleted: his slot goes with him. */
  Ledgers delete(UUID userId, Instant at) {
    UUID slotId = of(openSeats, userId).slotId();
    return leave(userId, at).remove(slotId, at);
  }

  Ledgers number(String number, boolean isMain, @Nullable UUID userId, Instant at) {
    release(number, at);
    openNumbers.put(number, new Span.Held(number, isMain, userId, at, null));
    return this;
  }

  Ledgers release(String number, Instant at) {
    Span.Held before = openNumbers.remove(number);
    if (before != null) {
      numbers.add(before.until(at));
    }
    return this;
  }

  boolean hasSeat(UUID userId) {
    return openSeats.containsKey(userId);
  }

  History history() {
    List<Span.Slot> allSlots = new ArrayList<>(slots);
    allSlots.addAll(openSlots.values());
    List<Span.Seat> allSeats = new ArrayList<>(seats);
    allSeats.addAll(openSeats.values());
    List<Span.Held> allNumbers = new ArrayList<>(numbers);
    allNumbers.addAll(openNumbers.values());
    return new History(signedUpAt, zone, allSlots, allSeats, allNumbers);
  }

  private static <K, V> V of(Map<K, V> open, K key) {
    return Objects.requireNonNull(open.get(key));
  }

  private static <K, V> V taken(Map<K, V> open, K key) {
    return Objects.requireNonNull(open.remove(key));
  }
}
