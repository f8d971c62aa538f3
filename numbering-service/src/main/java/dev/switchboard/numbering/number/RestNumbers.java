package dev.switchboard.numbering.number;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.platform.event.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** F1: the numbers that a closed account has to itself rest, like those that are given back. */
@Component
@EnableConfigurationProperties(NumberProperties.class)
public class RestNumbers {
  private final JdbcClient jdbc;
  private final PhoneNumbers numbers;
  private final NumberProperties properties;
  private final Clock clock;

  RestNumbers(JdbcClient jdbc, PhoneNumbers numbers, NumberProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.numbers = numbers;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * The main number and those in the pool rest from now on, when the account is closed; what
   * somebody else is changing at this moment is left to the next time.
   */
  public void ofClosed(AccountId accountId, Actor actor) {
    if (!isClosed(accountId)) {
      return;
    }
    Instant until = clock.instant().plus(properties.quarantine()).truncatedTo(ChronoUnit.MILLIS);
    for (PhoneNumber number : numbers.lockWithoutUser(accountId)) {
      PhoneNumber unused = number;
      if (number.state() == PhoneNumber.State.ASSIGNED) {
        Change<PhoneNumber> unassigned = number.unassign(actor);
        numbers.update(unassigned);
        unused = unassigned.state();
      }
      numbers.update(unused.giveBack(until, actor));
    }
  }

  private boolean isClosed(AccountId accountId) {
    return jdbc.sql("select 1 from closed_account where account_id = ?")
        .param(accountId.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }
}
