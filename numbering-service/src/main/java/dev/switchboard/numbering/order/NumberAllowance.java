package dev.switchboard.numbering.order;

import dev.switchboard.numbering.number.NumberError;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Against hoarding (F1): an account reserves and orders so many numbers a day and no more, counted
 * by one statement in the transaction of the act, so that an act that is refused does not count.
 */
@Component
@EnableConfigurationProperties(OrderProperties.class)
class NumberAllowance {
  private final JdbcClient jdbc;
  private final OrderProperties properties;
  private final Clock clock;

  NumberAllowance(JdbcClient jdbc, OrderProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * One more reservation.
   *
   * @throws ProblemException {@code number.limit}
   */
  void reserve(AccountId accountId) {
    use(accountId, "RESERVED", properties.reservationsPerDay());
  }

  /**
   * One more order.
   *
   * @throws ProblemException {@code number.limit}
   */
  void order(AccountId accountId) {
    use(accountId, "ORDERED", properties.ordersPerDay());
  }

  private void use(AccountId accountId, String kind, int limit) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    boolean granted =
        jdbc.sql(
                    """
                    insert into number_allowance as a (account_id, day, kind, used) values (?, ?, ?, 1)
                    on conflict (account_id, day, kind) do update set used = a.used + 1 where a.used < ?
                    """)
                .params(accountId.value(), today, kind, limit)
                .update()
            == 1;
    if (!granted) {
      throw new ProblemException(
              NumberError.LIMIT, "No more numbers can be had today. Please go on tomorrow.")
          .retryAfter(
              Duration.between(now, today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
  }
}
