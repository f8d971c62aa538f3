package dev.switchboard.billing.pricelist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The price lists that have taken effect, each stored once and never changed. */
@Component
public class PriceLists {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  PriceLists(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** The list in force today (UTC); nothing in the first moments of a new installation. */
  public Optional<PriceList> inForce() {
    return jdbc.sql(
            """
            select body::text from price_list where effective_from <= ? order by version desc limit 1
            """)
        .param(today())
        .query((row, index) -> json.readValue(row.getString(1), PriceList.class))
        .optional();
  }

  /** Whether the list applies today or before. */
  boolean isEffective(PriceList list) {
    return !list.effectiveFrom().isAfter(today());
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

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
