package dev.switchboard.numbering.price;

import dev.switchboard.numbering.price.wire.PriceListV1;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a number costs a month: as billing, whose price lists these are, will charge it (E1, E2).
 */
@Component
public class NumberPrices {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final TypeReference<Map<String, Integer>> INCLUDED = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  NumberPrices(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Prices on a day.
   *
   * @param additional of a number that no plan includes
   * @param included plan to the number of direct numbers that cost nothing more
   */
  public record InForce(Money additional, Map<String, Integer> included) {

    /** Whether a user on this plan pays nothing more for his direct number of this rank: 1, 2, … */
    public boolean includes(String plan, int rank) {
      return rank <= included.getOrDefault(plan, 0);
    }

    /** What one more number that is not included costs. */
    public Quote quote() {
      return Quote.oneNumber(additional);
    }
  }

  /**
   * The prices of today, in UTC, for whom the platform does not know.
   *
   * @throws ProblemException {@code service.unavailable} before billing has published a list
   */
  public InForce today() {
    return on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /**
   * The prices of today where the account is.
   *
   * @throws ProblemException {@code service.unavailable} before billing has published a list
   */
  public InForce today(AccountId accountId) {
    ZoneId zone =
        jdbc.sql("select time_zone from account_zone where account_id = ?")
            .param(accountId.value())
            .query(String.class)
            .optional()
            .map(ZoneId::of)
            .orElse(ZoneOffset.UTC);
    return on(LocalDate.ofInstant(clock.instant(), zone));
  }

  private InForce on(LocalDate day) {
    return jdbc.sql(
            """
            select additional_number_cents, currency, included::text from number_price where effective_from <= ?
            order by currency, version desc limit 1
            """)
        .param(day)
        .query((row, index) ->
            new InForce(
                new Money(row.getLong(1), row.getString(2)),
                json.readValue(row.getString(3), INCLUDED)))
        .optional()
        .orElseThrow(() ->
            new ProblemException(
                    CommonError.UNAVAILABLE,
                    "The price of a number is not known yet. Please try again in a moment.")
                .retryAfter(RETRY_AFTER));
  }

  /** A price list was published; it may take effect later. */
  public void on(IncomingEvent<PriceListV1> event) {
    PriceListV1 list = PriceListV1.checked(event);
    Map<String, Integer> included =
        list.plans().stream()
            .collect(
                Collectors.toMap(PriceListV1.PlanV1::code, PriceListV1.PlanV1::includedNumbers));
    jdbc.sql(
            """
            insert into number_price (currency, version, effective_from, additional_number_cents, included)
            values (?, ?, ?, ?, ?::jsonb) on conflict do nothing
            """)
        .params(
            list.currency(),
            list.version(),
            list.effectiveFrom(),
            list.additionalNumberCents(),
            json.writeValueAsString(included))
        .update();
  }

  /** An account has signed up: its days begin and end where it is. */
  public void signedUp(UUID accountId, String timeZone) {
    jdbc.sql(
            "insert into account_zone (account_id, time_zone) values (?, ?) on conflict do nothing")
        .params(accountId, timeZone)
        .update();
  }
}
