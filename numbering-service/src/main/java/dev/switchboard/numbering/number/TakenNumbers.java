package dev.switchboard.numbering.number;

import dev.switchboard.numbering.carrier.NumberSearch;
import dev.switchboard.numbering.value.E164;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which numbers some account has; across accounts, and without telling whose. The database function
 * is the only hole in row-level security: it works in the transaction of an account, and without.
 */
@Component
class TakenNumbers {
  private final JdbcClient jdbc;
  private final Clock clock;

  TakenNumbers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Those of this carrier that the search could find. */
  Set<E164> of(String carrier, NumberSearch search) {
    return jdbc
        .sql("select taken_numbers(?, ?, ?)")
        .params(carrier, search.prefix(), clock.instant().atOffset(ZoneOffset.UTC))
        .query(String.class)
        .list() // closes its connection, which stream() would keep outside a transaction
        .stream()
        .map(E164::new)
        .collect(Collectors.toSet());
  }
}
