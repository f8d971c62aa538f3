package dev.switchboard.billing.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.pricelist.PriceList;
import dev.switchboard.billing.pricelist.PriceList.PlanPrice;
import dev.switchboard.billing.statement.Draft;
import dev.switchboard.billing.statement.DrawUpStatement;
import dev.switchboard.billing.statement.History;
import dev.switchboard.billing.statement.PriceBook;
import dev.switchboard.billing.statement.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** The account signs up on 10 March; the statement that is due on 10 May is looked at. */
class SuppositionTest {
  private static final Instant SIGN_UP = Instant.parse("2026-03-10T15:00:00Z");
  private static final Instant PERIOD = Instant.parse("2026-04-10T04:00:00Z");
  private static final long PERIOD_SECONDS = 30 * 86_400;
  private static final int INDEX = 2;
  private static final String NUMBER = "+12025550101";
  private static final UUID SLOT = new UUID(2, 1);
  private static final PriceBook PRICES =
      new PriceBook(
          List.of(
              new PriceList(
                  1,
                  "USD",
                  LocalDate.of(2026, 1, 1),
                  List.of(
                      new PlanPrice(Plan.BASIC, 1499, 500, 0, List.of()),
                      new PlanPrice(Plan.PLUS, 1999, null, 1, List.of()),
                      new PlanPrice(Plan.PRO, 2999, null, 1, List.of())),
                  499)));

  @Property(tries = 1_000)
  @Label("E3 F1 taking a number back costs what its quote said, whenever it was released")
  void takenBack(
      @ForAll @LongRange(min = 1, max = PERIOD_SECONDS - 1) long released,
      @ForAll @LongRange(min = 0, max = PERIOD_SECONDS) long rest) {
    Instant releasedAt = PERIOD.plusSeconds(released);
    Instant now = min(releasedAt.plusSeconds(rest), PERIOD.plusSeconds(PERIOD_SECONDS - 1));
    Span.Held before = held(SIGN_UP, releasedAt);

    Draft quoted = next(suppose(history(before), now, new QuotedChange.TakeBackNumber(NUMBER)));

    assertThat(quoted).isEqualTo(next(history(before, held(now, null))));
    assertThat(quoted).as("E4 there and back").isEqualTo(next(history(held(SIGN_UP, null))));
  }

  @Property(tries = 1_000)
  @Label("E3 F1 a number that was released in a period before costs like a new one")
  void takenBackLater(@ForAll @LongRange(min = 0, max = PERIOD_SECONDS - 1) long seconds) {
    Instant now = PERIOD.plusSeconds(seconds);
    History without = history(held(SIGN_UP, PERIOD.minus(Duration.ofDays(3))));

    Draft back = next(suppose(without, now, new QuotedChange.TakeBackNumber(NUMBER)));

    assertThat(back.totalCents())
        .isEqualTo(next(suppose(without, now, new QuotedChange.AddNumber(null))).totalCents())
        .isGreaterThan(next(without).totalCents());
  }

  private static History suppose(History history, Instant now, QuotedChange change) {
    Supposition supposition = new Supposition(history, now);
    supposition.suppose(change, "/changes/0");
    return supposition.history();
  }

  private static Draft next(History history) {
    return DrawUpStatement.next(history, PRICES, INDEX);
  }

  private static History history(Span.Held... numbers) {
    return new History(
        SIGN_UP,
        ZoneId.of("America/New_York"),
        List.of(new Span.Slot(SLOT, Plan.PLUS, SIGN_UP, null)),
        List.of(new Span.Seat(new UUID(1, 1), SLOT, Plan.PLUS, SIGN_UP, null)),
        List.of(numbers));
  }

  private static Span.Held held(Instant from, @Nullable Instant to) {
    return new Span.Held(NUMBER, false, null, from, to);
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
