package dev.switchboard.user.plan;

import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.plan.wire.PriceListV1;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The prices as billing published them; for quotes in refusals only (C2). */
@Component
public class Prices {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final JdbcClient jdbc;

  Prices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What one more user on this plan costs a month.
   *
   * @param today in the account's time zone: a price list applies from its day on (E1)
   * @throws ProblemException {@code price-list.unavailable} before billing has published a list
   */
  public Quote quoteForOneMore(Plan plan, LocalDate today) {
    return jdbc.sql(
            """
            select monthly_price_cents, currency from plan_price where plan = ? and effective_from <= ?
            order by currency, version desc limit 1
            """)
        .params(plan.name(), today)
        .query((row, index) -> Quote.oneMore(plan, new Money(row.getLong(1), row.getString(2))))
        .optional()
        .orElseThrow(() ->
            new ProblemException(
                    PlanError.PRICES_UNAVAILABLE,
                    "The price of a new slot is not known yet. Please try again in a moment.")
                .retryAfter(RETRY_AFTER));
  }

  /** A price list was published; it may take effect later. */
  public void on(IncomingEvent<PriceListV1> event) {
    PriceListV1 list = event.data();
    for (PriceListV1.PlanPrice price : list.plans()) {
      jdbc.sql(
              """
              insert into plan_price (currency, plan, monthly_price_cents, version, effective_from)
              values (?, ?, ?, ?, ?) on conflict do nothing
              """)
          .params(
              list.currency(),
              price.code().name(),
              price.monthlyPriceCents(),
              list.version(),
              list.effectiveFrom())
          .update();
    }
  }
}
