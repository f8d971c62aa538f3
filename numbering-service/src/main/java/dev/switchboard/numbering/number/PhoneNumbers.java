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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
  static final String TOPIC = "numbering.numbers.v1";
  private static final String FITS =
      """
      account_id = :account and state <> 'RESERVED' and (:use::text is null or use = :use) and (:state::text is null or state = :state)
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
    boolean inserted = insert(change.state());
    if (inserted) {
      publish(change);
    }
    return inserted;
  }

  /** Stores a number that nobody hears of yet; false when an account has it. */
  boolean insert(PhoneNumber number) {
    return columns(
                jdbc.sql(
                    """
                    insert into phone_number (number, account_id, state, use, user_id, destination, destination_user,
                      destination_number, kept_until, carrier, version)
                    values (:number, :account, :state, :use, :user, :destination, :destinationUser,
                      :destinationNumber, :keptUntil, :carrier, :version) on conflict (number) do nothing
                    """),
                number)
            .param("carrier", number.carrier())
            .update()
        == 1;
  }

  /**
   * Ends the reservation of a number, whoever had it, when its time is over.
   *
   * @return the version of the number that was told last, 0 for none
   */
  long endReservation(E164 number, Instant now) {
    jdbc.sql("select end_reservation(?, ?)")
        .params(number.value(), now.atOffset(ZoneOffset.UTC))
        .query(row -> {});
    return jdbc.sql("select version from retired_number where number = ?")
        .param(number.value())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** A reserved number is being ordered: it is kept until that is settled. */
  void keepForOrder(PhoneNumber number) {
    jdbc.sql(
            "update phone_number set kept_until = null where account_id = ? and number = ? and state = 'RESERVED'")
        .params(number.accountId().value(), number.number().value())
        .update();
  }

  /** A number that nobody ever heard of is nobody's again. */
  void forget(AccountId accountId, E164 number) {
    jdbc.sql("delete from phone_number where account_id = ? and number = ? and state = 'RESERVED'")
        .params(accountId.value(), number.value())
        .update();
  }

  /**
   * A number that rested is nobody's any more.
   *
   * @return the event's id
   */
  UUID delete(Change<PhoneNumber> retired) {
    UUID eventId = update(retired, PhoneNumber.State.QUARANTINED);
    jdbc.sql("delete from phone_number where account_id = ? and number = ?")
        .params(retired.state().accountId().value(), retired.state().number().value())
        .update();
    return eventId;
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

  /** The company main numbers that lead to this user, locked until the transaction ends. */
  List<PhoneNumber> lockLeadingTo(AccountId accountId, UserId userId) {
    return jdbc.sql(
            """
            select * from phone_number
            where account_id = ? and destination_user = ? and use = 'COMPANY_MAIN' order by number for update
            """)
        .params(accountId.value(), userId.value())
        .query((row, index) -> number(row))
        .list();
  }

  /** Those that are in use by nobody but the company, locked; without what others have locked. */
  List<PhoneNumber> lockWithoutUser(AccountId accountId) {
    return jdbc.sql(
            """
            select * from phone_number
            where account_id = ? and (state = 'UNASSIGNED' or use = 'COMPANY_MAIN')
            order by number for update skip locked
            """)
        .param(accountId.value())
        .query((row, index) -> number(row))
        .list();
  }

  /**
   * Stores a change of state and its event.
   *
   * @return the event's id
   */
  UUID update(Change<PhoneNumber> change) {
    return update(change, change.state().state());
  }

  private UUID update(Change<PhoneNumber> change, PhoneNumber.State stored) {
    PhoneNumber number = change.state();
    int updated =
        columns(
                jdbc.sql(
                    """
                    update phone_number set state = :state, use = :use, user_id = :user, destination = :destination,
                      destination_user = :destinationUser, destination_number = :destinationNumber,
                      kept_until = case :state when 'QUARANTINED' then coalesce(:keptUntil, kept_until) else :keptUntil end,
                      version = :version
                    where account_id = :account and number = :number and version = :version - 1
                    """),
                number)
            .param("state", stored.name())
            .update();
    if (updated == 0) {
      throw new OptimisticLockingFailureException("number " + number.number());
    }
    return publish(change);
  }

  private static JdbcClient.StatementSpec columns(
      JdbcClient.StatementSpec statement, PhoneNumber number) {
    PhoneNumber.Use use = number.use();
    UserId userId = number.userId();
    Destination destination = number.destination();
    UserId destinationUser = destination == null ? null : destination.userId();
    E164 destinationNumber = destination == null ? null : destination.number();
    Instant keptUntil = number.keptUntil();
    return statement
        .param("number", number.number().value())
        .param("account", number.accountId().value())
        .param("state", number.state().name())
        .param("use", use == null ? null : use.name(), Types.VARCHAR)
        .param("user", userId == null ? null : userId.value(), Types.OTHER)
        .param("destination", destination == null ? null : destination.type().name(), Types.VARCHAR)
        .param(
            "destinationUser",
            destinationUser == null ? null : destinationUser.value(),
            Types.OTHER)
        .param(
            "destinationNumber",
            destinationNumber == null ? null : destinationNumber.value(),
            Types.VARCHAR)
        .param(
            "keptUntil",
            keptUntil == null ? null : keptUntil.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("version", number.version());
  }

  /** Ends the reservations of all accounts whose time is over. */
  void forgetReservations(Instant now) {
    jdbc.sql("delete from phone_number where state = 'RESERVED' and kept_until <= ?")
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Numbers of all accounts that have rested long enough. */
  List<PhoneNumber> rested(Instant now, int limit) {
    return jdbc.sql(
            """
            select * from phone_number where state = 'QUARANTINED' and kept_until <= ? order by kept_until limit ?
            """)
        .params(now.atOffset(ZoneOffset.UTC), limit)
        .query((row, index) -> number(row))
        .list();
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
    return outbox.add(toEvent(change));
  }

  static OutgoingEvent toEvent(Change<PhoneNumber> change) {
    PhoneNumber number = change.state();
    String type =
        switch (change.event()) {
          case NumberEvent.Ordered _ -> "number.ordered";
          case NumberEvent.Assigned _ -> "number.assigned";
          case NumberEvent.Changed _ -> "number.changed";
          case NumberEvent.Released _ -> "number.released";
        };
    return new OutgoingEvent(
        TOPIC,
        number.number().value(),
        type,
        number.accountId().value(),
        NumberV1.of(number, change.event()));
  }

  static PhoneNumber number(ResultSet row) throws SQLException {
    String use = row.getString("use");
    UUID userId = row.getObject("user_id", UUID.class);
    OffsetDateTime keptUntil = row.getObject("kept_until", OffsetDateTime.class);
    return new PhoneNumber(
        new E164(row.getString("number")),
        new AccountId(row.getObject("account_id", UUID.class)),
        PhoneNumber.State.valueOf(row.getString("state")),
        use == null ? null : PhoneNumber.Use.valueOf(use),
        userId == null ? null : new UserId(userId),
        destination(row),
        keptUntil == null ? null : keptUntil.toInstant(),
        row.getString("carrier"),
        row.getLong("version"));
  }

  private static @Nullable Destination destination(ResultSet row) throws SQLException {
    String type = row.getString("destination");
    UUID userId = row.getObject("destination_user", UUID.class);
    String number = row.getString("destination_number");
    return type == null
        ? null
        : new Destination(
            Destination.Type.valueOf(type),
            userId == null ? null : new UserId(userId),
            number == null ? null : new E164(number));
  }
}
