package dev.switchboard.billing.pricelist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The price lists that have taken effect, each stored once and never changed. */
@Component
public class PriceLists {
  /** Where a day begins first: by then every account must know the prices of its day. */
  private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final String shownCurrency;

  PriceLists(
      JdbcClient jdbc,
      JsonMapper json,
      Clock clock,
      @Value("${switchboard.shown-currency}") String shownCurrency) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.shownCurrency = shownCurrency;
  }

  /** ISO 4217: what statements are in. */
  public String shownCurrency() {
    return shownCurrency;
  }

  /** The list shown to everybody, as of today (UTC); nothing when none is in force. */
  public Optional<PriceList> inForce() {
    return jdbc.sql(
            """
            select body::text from price_list where currency = ? and effective_from <= ?
            order by version desc limit 1
            """)
        .params(shownCurrency, today(ZoneOffset.UTC))
        .query((row, index) -> json.readValue(row.getString(1), PriceList.class))
        .optional();
  }

  /** All lists of the shown currency that have taken effect somewhere, the oldest first. */
  public List<PriceList> all() {
    return jdbc.sql("select body::text from price_list where currency = ? order by version")
        .param(shownCurrency)
        .query((row, index) -> json.readValue(row.getString(1), PriceList.class))
        .list();
  }

  /**
   * Whether the list applies to anybody: its day has begun somewhere (contract: per account's
   * zone).
   */
  boolean isEffective(PriceList list) {
    return !list.effectiveFrom().isAfter(today(FIRST_ZONE));
  }

  /** Stores a list; false when its version is stored already. */
  boolean insert(PriceList list) {
    return jdbc.sql(
                """
                insert into price_list (currency, version, effective_from, body) values (?, ?, ?, ?::jsonb)
                on conflict do nothing
                """)
            .params(
                list.currency(),
                list.version(),
                list.effectiveFrom(),
                json.writeValueAsString(list))
            .update()
        == 1;
  }

  Optional<PriceList> find(String currency, long version) {
    return jdbc.sql("select body::text from price_list where currency = ? and version = ?")
        .params(currency, version)
        .query((row, index) -> json.readValue(row.getString(1), PriceList.class))
        .optional();
  }

  private LocalDate today(ZoneOffset zone) {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
