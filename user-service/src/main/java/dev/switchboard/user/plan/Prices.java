package dev.switchboard.user.plan;

import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.plan.wire.PriceListV1;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The prices in force, as billing published them last; for quotes in refusals only (C2). */
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
   * @throws ProblemException {@code price-list.unavailable} before billing has published a list
   */
  public Quote quoteForOneMore(Plan plan) {
    return jdbc.sql(
            "select monthly_price_cents, currency from plan_price where plan = ? order by currency limit 1")
        .param(plan.name())
        .query((row, index) -> Quote.oneMore(plan, new Money(row.getLong(1), row.getString(2))))
        .optional()
        .orElseThrow(() ->
            new ProblemException(
                    PlanError.PRICES_UNAVAILABLE,
                    "The price of a new slot is not known yet. Please try again in a moment.")
                .retryAfter(RETRY_AFTER));
  }

  /** A price list took effect. */
  public void on(IncomingEvent<PriceListV1> event) {
    PriceListV1 list = event.data();
    for (PriceListV1.PlanPrice price : list.plans()) {
      jdbc.sql(
              """
              insert into plan_price as p (currency, plan, monthly_price_cents, version) values (?, ?, ?, ?)
              on conflict (currency, plan) do update
              set monthly_price_cents = excluded.monthly_price_cents, version = excluded.version
              where p.version < excluded.version
              """)
          .params(list.currency(), price.code().name(), price.monthlyPriceCents(), list.version())
          .update();
    }
  }
}
