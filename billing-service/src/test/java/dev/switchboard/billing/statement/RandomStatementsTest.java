package dev.switchboard.billing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.pricelist.PriceList;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/**
 * Histories of 24 months at random: plans that flap, numbers on and off, deletions undone, zones
 * from -11 to +14, 29 February, month ends, new prices.
 */
class RandomStatementsTest {
  private static final int MONTHS = 24;
  private static final List<String> ZONES =
      List.of(
          "Pacific/Pago_Pago",
          "America/New_York",
          "UTC",
          "Europe/Paris",
          "Asia/Kathmandu",
          "Australia/Lord_Howe",
          "Pacific/Kiritimati");
  private static final List<PriceList> PRICES =
      List.of(
          Ledgers.PRICES,
          Ledgers.prices(2, LocalDate.of(2028, 2, 29), 1599, 2099, 3099, 525),
          Ledgers.prices(3, LocalDate.of(2028, 11, 17), 1549, 2250, 2999, 499));
  private static final PriceBook BOOK = new PriceBook(PRICES);

  @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
  @Label("E3 I6 issued is the preview of the second before and is what an oracle says, to the cent")
  void statements(@ForAll long seed) {
    Random random = new Random(seed);
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    Instant signedUpAt = signUp(random, zone);
    List<Act> acts = acts(random, signedUpAt);
    Oracle oracle = new Oracle(signedUpAt, zone, acts, PRICES);
    History history = history(signedUpAt, zone, acts);
    int month = random.nextInt(MONTHS + 1);

    for (int index : new TreeSet<>(List.of(0, 1, month, month + 1))) {
      Draft issued = DrawUpStatement.issue(history, BOOK, index);
      Instant due =
          index == 0 ? signedUpAt.plusNanos(1) : Period.of(signedUpAt, zone, index).start(zone);
      assertThat(DrawUpStatement.next(history(signedUpAt, zone, before(acts, due)), BOOK, index))
          .as("preview of the second before, %d, seed %d", index, seed)
          .isEqualTo(issued);
      assertThat(lines(issued))
          .as("oracle, statement %d, seed %d", index, seed)
          .containsExactlyInAnyOrderElementsOf(oracle.lines(index));
    }
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
  @Label("E4 a change that is taken back within its period leaves the statement as it was")
  void thereAndBack(@ForAll long seed) {
    Random random = new Random(seed);
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    Instant signedUpAt = signUp(random, zone);
    List<Act> acts = new ArrayList<>(acts(random, signedUpAt));
    int index = 1 + random.nextInt(MONTHS);
    Period period = Period.of(signedUpAt, zone, index - 1);
    Instant begin = period.start(zone).plus(Duration.ofDays(1));
    Instant end = period.to().atStartOfDay(zone).toInstant();
    acts.removeIf(act -> !act.at().isBefore(begin));
    Draft before = DrawUpStatement.issue(history(signedUpAt, zone, acts), BOOK, index);

    UUID user = UUID.randomUUID();
    UUID slot = UUID.randomUUID();
    acts.add(new Act.Join(user, slot, Plan.PRO, begin));
    acts.add(new Act.Give("+12025559999", user, begin.plusSeconds(60)));
    acts.add(new Act.Give("+12025559998", null, begin.plusSeconds(90)));
    acts.add(new Act.Release("+12025559998", end.minusSeconds(90)));
    acts.add(new Act.Release("+12025559999", end.minusSeconds(60)));
    acts.add(new Act.Delete(user, end.minusSeconds(30)));
    acts.sort(Comparator.comparing(Act::at));

    assertThat(DrawUpStatement.issue(history(signedUpAt, zone, acts), BOOK, index))
        .as("seed %d", seed)
        .isEqualTo(before);
  }

  /** Month ends and 29 February more often than others. */
  private static Instant signUp(Random random, ZoneId zone) {
    LocalDate day =
        switch (random.nextInt(4)) {
          case 0 -> LocalDate.of(2028, 2, 29);
          case 1 -> LocalDate.of(2027, 1 + random.nextInt(12), 1).plusMonths(1).minusDays(1);
          default -> LocalDate.of(2027, 1, 1).plusDays(random.nextInt(500));
        };
    return day.atStartOfDay(zone).toInstant().plusSeconds(random.nextInt(86_000));
  }

  private static List<Act> acts(Random random, Instant signedUpAt) {
    List<Act> acts = new ArrayList<>();
    Set<UUID> there = new HashSet<>();
    Map<String, @Nullable UUID> numbers = new HashMap<>();
    List<UUID> users = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      users.add(new UUID(random.nextLong(), random.nextLong()));
    }
    acts.add(new Act.Join(users.getFirst(), slotOf(users.getFirst()), plan(random), signedUpAt));
    there.add(users.getFirst());
    Instant at = signedUpAt;
    int count = random.nextInt(60);
    long pace = 1 + (long) MONTHS * 30 * 86_400 / Math.max(1, count);
    for (int i = 0; i < count; i++) {
      at =
          at.plusSeconds(
              1 + (random.nextInt(4) == 0 ? random.nextInt(3_600) : random.nextLong(2 * pace)));
      UUID user = users.get(random.nextInt(users.size()));
      String number = "+1202555010" + random.nextInt(4);
      switch (random.nextInt(6)) {
        case 0, 1 -> {
          if (there.contains(user)) {
            acts.add(new Act.ChangePlan(user, plan(random), at));
          }
        }
        case 2 -> {
          if (there.add(user)) {
            acts.add(new Act.Join(user, slotOf(user), plan(random), at));
          }
        }
        case 3 -> {
          if (there.remove(user)) {
            acts.add(new Act.Delete(user, at));
          }
        }
        case 4 -> {
          UUID holder = random.nextInt(3) == 0 ? null : user;
          numbers.put(number, holder);
          acts.add(new Act.Give(number, holder, at));
        }
        default -> {
          if (numbers.containsKey(number)) {
            numbers.remove(number);
            acts.add(new Act.Release(number, at));
          }
        }
      }
    }
    return acts;
  }

  /** Always the same, so that an undone deletion brings the same slot back. */
  private static UUID slotOf(UUID user) {
    return new UUID(user.getLeastSignificantBits(), user.getMostSignificantBits());
  }

  private static Plan plan(Random random) {
    return List.of(Plan.BASIC, Plan.PLUS, Plan.PRO).get(random.nextInt(3));
  }

  private static List<Act> before(List<Act> acts, Instant instant) {
    return acts.stream().filter(act -> act.at().isBefore(instant)).toList();
  }

  private static History history(Instant signedUpAt, ZoneId zone, List<Act> acts) {
    Ledgers ledger = new Ledgers(signedUpAt, zone);
    for (Act act : acts) {
      switch (act) {
        case Act.Join(UUID user, UUID slot, Plan plan, Instant at) ->
            ledger.slot(slot, plan, user, at);
        case Act.ChangePlan(UUID user, Plan plan, Instant at) -> ledger.plan(user, plan, at);
        case Act.Delete(UUID user, Instant at) -> ledger.delete(user, at);
        case Act.Give(String number, @Nullable UUID user, Instant at) ->
            ledger.number(number, false, user, at);
        case Act.Release(String number, Instant at) -> ledger.release(number, at);
      }
    }
    return ledger.history();
  }

  private static List<String> lines(Draft draft) {
    return draft.lines().stream()
        .map(line ->
            Oracle.line(
                line.kind().name(),
                line.plan() == null ? "NUMBER" : line.plan().name(),
                line.quantity(),
                line.from(),
                line.to(),
                line.amountCents()))
        .toList();
  }
}
