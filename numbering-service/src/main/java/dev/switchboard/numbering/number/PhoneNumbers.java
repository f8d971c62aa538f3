package dev.switchboard.numbering.number;

import dev.switchboard.numbering.number.wire.NumberV1;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
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

  /** Stores a number that no account has (F3); false, and no event, when one has it. */
  boolean insert(Change<PhoneNumber> change) {
    PhoneNumber number = change.state();
    PhoneNumber.Use use = number.use();
    UserId userId = number.userId();
    boolean inserted =
        jdbc.sql(
                    """
                    insert into phone_number (number, account_id, state, use, user_id, carrier, version)
                    values (?, ?, ?, ?, ?, ?, ?) on conflict (number) do nothing
                    """)
                .param(number.number().value())
                .param(number.accountId().value())
                .param(number.state().name())
                .param(use == null ? null : use.name())
                .param(userId == null ? null : userId.value())
                .param(number.carrier())
                .param(number.version())
                .update()
            == 1;
    if (inserted) {
      publish(change);
    }
    return inserted;
  }

  /** Whether the account has its main number. */
  boolean hasMainNumber(AccountId accountId) {
    return jdbc.sql("select 1 from phone_number where account_id = ? and use = 'COMPANY_MAIN'")
        .param(accountId.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private void publish(Change<PhoneNumber> change) {
    PhoneNumber number = change.state();
    String type =
        switch (change.event()) {
          case NumberEvent.Assigned _ -> "number.assigned";
        };
    outbox.add(
        new OutgoingEvent(
            TOPIC,
            number.number().value(),
            type,
            number.accountId().value(),
            NumberV1.of(number, change.event())));
  }
}
