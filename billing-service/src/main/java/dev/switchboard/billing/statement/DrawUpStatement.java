package dev.switchboard.billing.statement;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.statement.StatementLine.Item;
import dev.switchboard.billing.statement.StatementLine.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * E3–E5: the statement of a period is drawn up from the history, the price lists and the period,
 * and from nothing else.
 *
 * <ol>
 *   <li>In advance: what the account has when the period begins, for the whole of it, at the prices
 *       of its first day.
 *   <li>Of the period before, for each slot and each number that ended it otherwise than it was
 *       paid for: from the day on which it became other for good, a credit for what was paid and a
 *       charge for what was had. What ends a period as it began it, whatever it was between, leaves
 *       no line (E4). A day belongs to the state in which it ends.
 * </ol>
 *
 * A credit is at the price that was paid, a charge at the price of its day. Each line is multiplied
 * first and rounded once, half up.
 */
public final class DrawUpStatement {
  private static final Comparator<StatementLine> ORDER =
      Comparator.comparing(StatementLine::kind)
          .thenComparing(StatementLine::item)
          .thenComparing(line -> line.plan() == null ? "" : line.plan().name())
          .thenComparing(StatementLine::from)
          .thenComparing(line -> String.valueOf(line.userId()))
          .thenComparing(line -> String.valueOf(line.number()));

  private final History history;
  private final PriceBook prices;
  private final ZoneId zone;

  private DrawUpStatement(History history, PriceBook prices) {
    this.history = history;
    this.prices = prices;
    this.zone = history.zone();
  }

  /**
   * The statement that is due when this period begins, from what is known then.
   *
   * @param index of the period that is charged in advance
   */
  public static Draft issue(History history, PriceBook prices, int index) {
    Period period = Period.of(history.signedUpAt(), history.zone(), index);
    return next(history.before(begin(history, period)), prices, index);
  }

  /**
   * The statement that will be due when this period begins, if nothing changes any more.
   *
   * @param index of the period that is charged in advance
   */
  public static Draft next(History history, PriceBook prices, int index) {
    DrawUpStatement work = new DrawUpStatement(history, prices);
    Period period = Period.of(history.signedUpAt(), history.zone(), index);
    List<StatementLine> lines = new ArrayList<>(work.inAdvance(period));
    if (index > 0) {
      lines.addAll(work.changesOf(period.previous(history.signedUpAt(), history.zone())));
    }
    lines.sort(ORDER);
    return new Draft(period, prices.currency(), lines);
  }

  /** The first period begins with all that was bought at the sign-up. */
  private static Instant begin(History history, Period period) {
    return period.index() == 0 ? history.signedUpAt().plusNanos(1) : period.start(history.zone());
  }

  private List<StatementLine> inAdvance(Period period) {
    Snapshot paid = paidInAdvance(period);
    Map<Plan, Integer> slots = new EnumMap<>(Plan.class);
    int numbers = 0;
    for (Unit.State state : paid.states().values()) {
      switch (state.thing()) {
        case Thing.OfPlan(Plan plan) -> slots.merge(plan, 1, Integer::sum);
        case Thing.OfNumber _ -> numbers++;
        case null -> {}
      }
    }
    List<StatementLine> lines = new ArrayList<>();
    slots.forEach((plan, quantity) ->
        lines.add(recurring(period, new Thing.OfPlan(plan), Item.PLAN, plan, quantity)));
    if (numbers > 0) {
      lines.add(recurring(period, new Thing.OfNumber(), Item.NUMBER, null, numbers));
    }
    return lines;
  }

  private StatementLine recurring(
      Period period, Thing thing, Item item, @Nullable Plan plan, int quantity) {
    long unitPrice = prices.monthlyCents(thing, period.from());
    return new StatementLine(
        Kind.RECURRING,
        item,
        plan,
        quantity,
        unitPrice,
        period.from(),
        period.to(),
        period.days(),
        period.days(),
        Math.multiplyExact(unitPrice, quantity),
        null,
        null);
  }

  private Snapshot paidInAdvance(Period period) {
    return Snapshot.justBefore(history, begin(history, period), prices, period.from());
  }

  private List<StatementLine> changesOf(Period period) {
    Snapshot paid = paidInAdvance(period);
    List<Day> days = daysWithChanges(period);
    Snapshot end = days.isEmpty() ? paid : days.getLast().snapshot();
    List<StatementLine> lines = new ArrayList<>();
    Stream.concat(paid.states().keySet().stream(), end.states().keySet().stream())
        .distinct()
        .filter(unit -> !Objects.equals(paid.of(unit).thing(), end.of(unit).thing()))
        .forEach(unit -> addLines(lines, period, unit, paid.of(unit), days));
    return lines;
  }

  /** A day of the period on which something began or ended, and what there was at its end. */
  private record Day(LocalDate date, Snapshot snapshot) {}

  private List<Day> daysWithChanges(Period period) {
    Instant begin = begin(history, period);
    Instant end = period.to().plusDays(1).atStartOfDay(zone).toInstant();
    TreeSet<LocalDate> dates = new TreeSet<>();
    Stream.of(history.slots(), history.seats(), history.numbers())
        .flatMap(List::stream)
        .flatMap(span -> Stream.of(span.from(), span.to()))
        .filter(at -> at != null && !at.isBefore(begin) && at.isBefore(end))
        .forEach(at -> dates.add(LocalDate.ofInstant(Objects.requireNonNull(at), zone)));
    return dates.stream()
        .map(date ->
            new Day(
                date,
                Snapshot.justBefore(
                    history,
                    date.plusDays(1).atStartOfDay(zone).toInstant(),
                    prices,
                    period.from())))
        .toList();
  }

  private void addLines(
      List<StatementLine> lines, Period period, Unit unit, Unit.State paid, List<Day> days) {
    int last = days.size();
    while (last > 0
        && !Objects.equals(days.get(last - 1).snapshot().of(unit).thing(), paid.thing())) {
      last--;
    }
    List<Day> since = days.subList(last, days.size());
    if (paid.thing() != null) {
      lines.add(
          line(
              period,
              Kind.CREDIT,
              unit,
              paid,
              since.getFirst().date(),
              period.to(),
              prices.monthlyCents(paid.thing(), period.from())));
    }
    for (int i = 0; i < since.size(); ) {
      Unit.State had = since.get(i).snapshot().of(unit);
      int next = i + 1;
      while (next < since.size()
          && Objects.equals(since.get(next).snapshot().of(unit).thing(), had.thing())) {
        next++;
      }
      if (had.thing() != null) {
        LocalDate to = next == since.size() ? period.to() : since.get(next).date().minusDays(1);
        lines.addAll(
            charges(
                period, unit, since.get(next - 1).snapshot().of(unit), since.get(i).date(), to));
      }
      i = next;
    }
  }

  /** One line, or more when prices change between. */
  private List<StatementLine> charges(
      Period period, Unit unit, Unit.State had, LocalDate from, LocalDate to) {
    Thing thing = Objects.requireNonNull(had.thing());
    List<StatementLine> lines = new ArrayList<>();
    LocalDate start = from;
    while (!start.isAfter(to)) {
      long unitPrice = prices.monthlyCents(thing, start);
      LocalDate end = start;
      while (end.isBefore(to) && prices.monthlyCents(thing, end.plusDays(1)) == unitPrice) {
        end = end.plusDays(1);
      }
      lines.add(line(period, Kind.CHARGE, unit, had, start, end, unitPrice));
      start = end.plusDays(1);
    }
    return lines;
  }

  private static StatementLine line(
      Period period,
      Kind kind,
      Unit unit,
      Unit.State state,
      LocalDate from,
      LocalDate to,
      long unitPrice) {
    int days = (int) java.time.temporal.ChronoUnit.DAYS.between(from, to) + 1;
    long amount = roundHalfUp(Math.multiplyExact(unitPrice, days), period.days());
    return new StatementLine(
        kind,
        unit instanceof Unit.OfSlot ? Item.PLAN : Item.NUMBER,
        state.thing() instanceof Thing.OfPlan(Plan plan) ? plan : null,
        1,
        unitPrice,
        from,
        to,
        days,
        period.days(),
        kind == Kind.CREDIT ? -amount : amount,
        state.userId(),
        unit instanceof Unit.OfNumber(String number) ? number : null);
  }

  /** Neither is negative. */
  static long roundHalfUp(long dividend, long divisor) {
    return (2 * dividend + divisor) / (2 * divisor);
  }
}
