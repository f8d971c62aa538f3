package dev.switchboard.numbering.order;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores orders. */
@Component
class NumberOrders {
  private final JdbcClient jdbc;

  NumberOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(NumberOrder order) {
    UserId assignTo = order.assignTo();
    jdbc.sql(
            """
            insert into number_order (order_id, account_id, number, assign_to, accept_charges, ordered_by, state,
              ordered_at, attempts, next_try_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(order.orderId())
        .param(order.accountId().value())
        .param(order.number().value())
        .param(assignTo == null ? null : assignTo.value())
        .param(order.acceptCharges())
        .param(order.orderedBy())
        .param(order.state().name())
        .param(utc(order.orderedAt()))
        .param(order.attempts())
        .param(utc(order.nextTryAt()))
        .update();
  }

  Optional<NumberOrder> find(AccountId accountId, UUID orderId) {
    return jdbc.sql("select * from number_order where account_id = ? and order_id = ?")
        .params(accountId.value(), orderId)
        .query((row, index) -> order(row))
        .optional();
  }

  /** The order, locked until the transaction ends. */
  NumberOrder lock(AccountId accountId, UUID orderId) {
    return jdbc.sql("select * from number_order where account_id = ? and order_id = ? for update")
        .params(accountId.value(), orderId)
        .query((row, index) -> order(row))
        .single();
  }

  /** The account's latest orders, the newest first. */
  List<NumberOrder> latest(AccountId accountId, int limit) {
    return jdbc.sql(
            "select * from number_order where account_id = ? order by order_id desc limit ?")
        .params(accountId.value(), limit)
        .query((row, index) -> order(row))
        .list();
  }

  /** How many numbers are being ordered for this user. */
  int pendingFor(AccountId accountId, UserId userId) {
    return jdbc.sql(
            """
            select count(*) from number_order where account_id = ? and assign_to = ? and state = 'PENDING'
            """)
        .params(accountId.value(), userId.value())
        .query(Integer.class)
        .single();
  }

  /** Orders of all accounts for which it is time to ask the carrier. */
  List<UUID> due(Instant now, int limit) {
    return jdbc.sql(
            "select order_id from number_order where next_try_at <= ? order by next_try_at limit ?")
        .param(utc(now))
        .param(limit)
        .query(UUID.class)
        .list();
  }

  /** The order, if it is due, for whoever is first; nobody else gets it before the lease ends. */
  Optional<NumberOrder> claim(UUID orderId, Instant now, Instant leasedUntil) {
    return jdbc.sql(
            """
            update number_order set attempts = attempts + 1, next_try_at = ?
            where order_id = ? and next_try_at <= ? returning *
            """)
        .param(utc(leasedUntil))
        .param(orderId)
        .param(utc(now))
        .query((row, index) -> order(row))
        .optional();
  }

  /** Stores what has become of a locked order. */
  void update(NumberOrder order) {
    NumberOrder.Reason reason = order.reason();
    jdbc.sql(
            """
            update number_order set state = ?, reason = ?, event_id = ?, next_try_at = ?
            where account_id = ? and order_id = ?
            """)
        .param(order.state().name())
        .param(reason == null ? null : reason.name())
        .param(order.eventId())
        .param(utc(order.nextTryAt()))
        .param(order.accountId().value())
        .param(order.orderId())
        .update();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static NumberOrder order(ResultSet row) throws SQLException {
    UUID assignTo = row.getObject("assign_to", UUID.class);
    String reason = row.getString("reason");
    OffsetDateTime nextTryAt = row.getObject("next_try_at", OffsetDateTime.class);
    return new NumberOrder(
        row.getObject("order_id", UUID.class),
        new AccountId(row.getObject("account_id", UUID.class)),
        new E164(row.getString("number")),
        assignTo == null ? null : new UserId(assignTo),
        row.getBoolean("accept_charges"),
        row.getObject("ordered_by", UUID.class),
        NumberOrder.State.valueOf(row.getString("state")),
        reason == null ? null : NumberOrder.Reason.valueOf(reason),
        row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"),
        row.getObject("event_id", UUID.class),
        nextTryAt == null ? null : nextTryAt.toInstant());
  }
}
