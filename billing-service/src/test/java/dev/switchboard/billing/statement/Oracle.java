package dev.switchboard.billing.statement;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.pricelist.PriceList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Statements once more, written from product.md (E2, E4) and sharing nothing with the code under
 * test: it plays all acts of an account again for the end of every single day and looks.
 */
final class Oracle {
  private final Instant signedUpAt;
  private final ZoneId zone;
  private final List<Act> acts;
  private final List<PriceList> prices;

  Oracle(Instant signedUpAt, ZoneId zone, List<Act> acts, List<PriceList> prices) {
    this.signedUpAt = signedUpAt;
    this.zone = zone;
    this.acts = acts;
    this.prices = prices;
  }

  /** The lines of the statement that is due when this month begins, as text, in any order. */
  List<String> lines(int month) {
    LocalDate first = first(month);
    LocalDate last = first(month + 1).minusDays(1);
    List<String> lines = new ArrayList<>();
    Instant due = begin(month);
    play(due).values().stream()
        .collect(Collectors.groupingBy(price -> price, Collectors.counting()))
        .forEach((thing, count) -> {
          long unit = price(thing, first);
          lines.add(line("RECURRING", thing, count, first, last, unit * count));
        });
    if (month > 0) {
      changes(month - 1, due, lines);
    }
    return lines;
  }

  private void changes(int month, Instant known, List<String> lines) {
    LocalDate first = first(month);
    LocalDate last = first(month + 1).minusDays(1);
    Map<String, String> paid = play(begin(month));
    Map<LocalDate, Map<String, String>> had = new LinkedHashMap<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      Instant night = day.plusDays(1).atStartOfDay(zone).toInstant();
      had.put(day, play(night.isBefore(known) ? night : known));
    }
    Set<String> units = new HashSet<>(paid.keySet());
    had.values().forEach(day -> units.addAll(day.keySet()));
    for (String unit : units) {
      String before = paid.get(unit);
      List<LocalDate> days = new ArrayList<>();
      had.forEach((day, things) -> {
        if (java.util.Objects.equals(things.get(unit), before)) {
          days.clear();
        } else {
          days.add(day);
        }
      });
      if (days.isEmpty()) {
        continue;
      }
      if (before != null) {
        lines.add(
            line(
                "CREDIT",
                before,
                1,
                days.getFirst(),
                last,
                -share(price(before, first), days.size(), first, last)));
      }
      charge(unit, days, had, first, last, lines);
    }
  }

  private void charge(
      String unit,
      List<LocalDate> days,
      Map<LocalDate, Map<String, String>> had,
      LocalDate first,
      LocalDate last,
      List<String> lines) {
    LocalDate begin = null;
    String thing = null;
    long unitPrice = 0;
    for (LocalDate day : Stream.concat(days.stream(), Stream.of(last.plusDays(1))).toList()) {
      Map<String, String> things = had.get(day);
      String now = things == null ? null : things.get(unit);
      long price = now == null ? 0 : price(now, day);
      if (begin != null && thing != null && !(thing.equals(now) && price == unitPrice)) {
        LocalDate end = day.minusDays(1);
        int count = (int) (day.toEpochDay() - begin.toEpochDay());
        lines.add(line("CHARGE", thing, 1, begin, end, share(unitPrice, count, first, last)));
        begin = null;
      }
      if (now != null && begin == null) {
        begin = day;
        thing = now;
        unitPrice = price;
      }
    }
  }

  private static long share(long price, int days, LocalDate first, LocalDate last) {
    long all = last.toEpochDay() - first.toEpochDay() + 1;
    return BigDecimal.valueOf(price)
        .multiply(BigDecimal.valueOf(days))
        .divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** Each priced slot and number just before this instant, and what it is. */
  private Map<String, String> play(Instant until) {
    Map<UUID, UUID> slotOf = new HashMap<>();
    Map<UUID, Plan> planOf = new HashMap<>();
    Map<String, UUID> holders = new LinkedHashMap<>();
    Set<String> pool = new HashSet<>();
    for (Act act : acts) {
      if (!act.at().isBefore(until)) {
        continue;
      }
      switch (act) {
        case Act.Join(UUID user, UUID slot, Plan plan, Instant _) -> {
          slotOf.put(user, slot);
          planOf.put(user, plan);
        }
        case Act.ChangePlan(UUID user, Plan plan, Instant _) -> planOf.put(user, plan);
        case Act.Delete(UUID user, Instant _) -> {
          slotOf.remove(user);
          planOf.remove(user);
        }
        case Act.Give(String number, @Nullable UUID user, Instant _) -> {
          holders.remove(number);
          pool.remove(number);
          if (user == null) {
            pool.add(number);
          } else {
            holders.put(number, user);
          }
        }
        case Act.Release(String number, Instant _) -> {
          holders.remove(number);
          pool.remove(number);
        }
      }
    }
    Map<String, String> priced = new HashMap<>();
    slotOf.forEach((user, slot) -> priced.put(slot.toString(), String.valueOf(planOf.get(user))));
    pool.forEach(number -> priced.put(number, "NUMBER"));
    Map<UUID, Integer> ranks = new HashMap<>();
    holders.forEach((number, user) -> {
      int rank = ranks.merge(user, 1, Integer::sum);
      Plan plan = planOf.get(user);
      int included = plan == null || plan == Plan.BASIC ? 0 : 1;
      if (rank > included) {
        priced.put(number, "NUMBER");
      }
    });
    return priced;
  }

  private long price(String thing, LocalDate day) {
    PriceList list =
        prices.stream()
            .filter(each -> !each.effectiveFrom().isAfter(day))
            .reduce((one, later) -> later)
            .orElseThrow();
    return thing.equals("NUMBER")
        ? list.additionalNumberCents()
        : list.plans().stream()
            .filter(plan -> plan.code().name().equals(thing))
            .findFirst()
            .orElseThrow()
            .monthlyPriceCents();
  }

  private LocalDate first(int month) {
    return LocalDate.ofInstant(signedUpAt, zone).plusMonths(month);
  }

  private Instant begin(int month) {
    return month == 0 ? signedUpAt.plusNanos(1) : first(month).atStartOfDay(zone).toInstant();
  }

  static String line(
      String kind, String thing, long quantity, LocalDate from, LocalDate to, long cents) {
    return "%s %s x %d %s..%s = %d".formatted(kind, thing, quantity, from, to, cents);
  }
}
