package dev.switchboard.numbering.number;

import dev.switchboard.numbering.number.wire.NumberV1;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores numbers, and with each change its event. */
@Component
class PhoneNumbers {
  private static final String TOPIC = "numbering.numbers.v1";
  private static final String FITS =
      """
      account_id = :account and (:use::text is null or use = :use) and (:state::text is null or state = :state)
        and (:contains::text is null or position(:contains in number) > 0)
      """;

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

  /** Those of these numbers that are the user's, locked until the transaction ends. */
  List<PhoneNumber> lockDirect(AccountId accountId, UserId userId, List<E164> numbers) {
    return jdbc.sql(
            """
            select * from phone_number
            where account_id = ? and user_id = ? and number = any (?) order by number for update
            """)
        .param(accountId.value())
        .param(userId.value())
        .param(numbers.stream().map(E164::value).toArray(String[]::new))
        .query((row, index) -> number(row))
        .list();
  }

  /** The account's number as it is now. */
  Optional<PhoneNumber> find(AccountId accountId, E164 number) {
    return one("select * from phone_number where account_id = ? and number = ?", accountId, number);
  }

  /** The same, locked until the transaction ends. */
  Optional<PhoneNumber> lock(AccountId accountId, E164 number) {
    return one(
        "select * from phone_number where account_id = ? and number = ? for update",
        accountId,
        number);
  }

  private Optional<PhoneNumber> one(String sql, AccountId accountId, E164 number) {
    return jdbc.sql(sql)
        .params(accountId.value(), number.value())
        .query((row, index) -> number(row))
        .optional();
  }

  /** The account's numbers that fit, the lowest first, from after this one on. */
  List<PhoneNumber> page(
      AccountId accountId, NumberFilter filter, @Nullable String after, int limit) {
    return filtered(
            "select * from phone_number where "
                + FITS
                + " and number > :after order by number limit :limit",
            accountId,
            filter)
        .param("after", after == null ? "" : after)
        .param("limit", limit)
        .query((row, index) -> number(row))
        .list();
  }

  /** How many fit. */
  long count(AccountId accountId, NumberFilter filter) {
    return filtered("select count(*) from phone_number where " + FITS, accountId, filter)
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec filtered(String sql, AccountId accountId, NumberFilter filter) {
    PhoneNumber.Use use = filter.use();
    PhoneNumber.State state = filter.state();
    return jdbc.sql(sql)
        .param("account", accountId.value())
        .param("use", use == null ? null : use.name(), Types.VARCHAR)
        .param("state", state == null ? null : state.name(), Types.VARCHAR)
        .param("contains", filter.contains(), Types.VARCHAR);
  }

  /**
   * Stores a change of state and its event.
   *
   * @return the event's id
   */
  UUID update(Change<PhoneNumber> change) {
    PhoneNumber number = change.state();
    PhoneNumber.Use use = number.use();
    UserId userId = number.userId();
    int updated =
        jdbc.sql(
                """
                update phone_number set state = ?, use = ?, user_id = ?, version = ?
                where account_id = ? and number = ? and version = ?
                """)
            .param(number.state().name())
            .param(use == null ? null : use.name())
            .param(userId == null ? null : userId.value())
            .param(number.version())
            .param(number.accountId().value())
            .param(number.number().value())
            .param(number.version() - 1)
            .update();
    if (updated == 0) {
      throw new OptimisticLockingFailureException("number " + number.number());
    }
    return publish(change);
  }

  /** Whether the account has its main number. */
  boolean hasMainNumber(AccountId accountId) {
    return jdbc.sql("select 1 from phone_number where account_id = ? and use = 'COMPANY_MAIN'")
        .param(accountId.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private UUID publish(Change<PhoneNumber> change) {
    PhoneNumber number = change.state();
    String type =
        switch (change.event()) {
          case NumberEvent.Assigned _ -> "number.assigned";
          case NumberEvent.Released _ -> "number.released";
        };
    return outbox.add(
        new OutgoingEvent(
            TOPIC,
            number.number().value(),
            type,
            number.accountId().value(),
            NumberV1.of(number, change.event())));
  }

  private static PhoneNumber number(ResultSet row) throws SQLException {
    String use = row.getString("use");
    UUID userId = row.getObject("user_id", UUID.class);
    return new PhoneNumber(
        new E164(row.getString("number")),
        new AccountId(row.getObject("account_id", UUID.class)),
        PhoneNumber.State.valueOf(row.getString("state")),
        use == null ? null : PhoneNumber.Use.valueOf(use),
        userId == null ? null : new UserId(userId),
        row.getString("carrier"),
        row.getLong("version"));
  }
}
