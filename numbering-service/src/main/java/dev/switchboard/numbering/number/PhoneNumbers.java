package dev.switchboard.numbering.number;

import dev.switchboard.numbering.number.wire.NumberV1;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores numbers, and with each change its event. */
@Component
class PhoneNumbers {
  private static final String TOPIC = "numbering.numbers.v1";

  private final JdbcClient jdbc;
  private final Outbox outbox;

  PhoneNumbers(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /** Stores a number that no account has; false, and no event, when one has it. */
  boolean insert(Change<PhoneNumber> change) {
    PhoneNumber number = change.state();
    boolean inserted =
        jdbc.sql(
                    """
                    insert into phone_number (number, account_id, state, use, user_id, version)
                    values (?, ?, ?, ?, ?, 1) on conflict (number) do nothing
                    """)
                .param(number.number())
                .param(number.accountId())
                .param(number.state().name())
                .param(number.use().name())
                .param(number.userId())
                .update()
            == 1;
    if (inserted) {
      outbox.add(
          new OutgoingEvent(
              TOPIC,
              number.number(),
              "number.assigned",
              number.accountId(),
              NumberV1.of(number, 1, change.event())));
    }
    return inserted;
  }

  /** Whether the account has its main number. */
  boolean hasMainNumber(UUID accountId) {
    return jdbc.sql("select 1 from phone_number where account_id = ? and use = 'COMPANY_MAIN'")
        .param(accountId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Which of these numbers some account has; across accounts, and without telling whose. */
  Set<String> taken(Collection<String> numbers) {
    return new HashSet<>(
        jdbc.sql("select number from phone_number where number = any (?)")
            .param(numbers.toArray(String[]::new))
            .query(String.class)
            .list());
  }
}
