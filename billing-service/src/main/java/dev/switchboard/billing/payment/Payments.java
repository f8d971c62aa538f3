package dev.switchboard.billing.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores payments: one per statement. */
@Component
public class Payments {
  private static final String SELECT =
      """
      select p.*, s.period_from, s.period_to, s.total_cents, s.monthly_cents
      from payment p join statement s on s.statement_id = p.statement_id
      """;

  private final JdbcClient jdbc;

  Payments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How these statements of an account are paid, by statement. */
  public Map<UUID, Payment> of(UUID accountId, Collection<UUID> statementIds) {
    return jdbc
        .sql(SELECT + "where p.account_id = ? and p.statement_id = any (?::uuid[])")
        .params(accountId, statementIds.toArray(UUID[]::new))
        .query((row, index) -> read(row))
        .list()
        .stream()
        .collect(
            Collectors.toMap(payment -> payment.statement().statementId(), Function.identity()));
  }

  /** What the account has not paid, in cents. */
  public long unpaidCents(UUID accountId) {
    return jdbc.sql(
            "select coalesce(sum(amount_cents), 0) from payment where account_id = ? and state <> 'PAID'")
        .param(accountId)
        .query(Long.class)
        .single();
  }

  Optional<Payment> find(UUID accountId, UUID statementId) {
    return Optional.ofNullable(of(accountId, List.of(statementId)).get(statementId));
  }

  /** By the provider's id of it; across accounts. */
  Optional<Payment> find(String providerPayment) {
    return jdbc.sql(SELECT + "where p.provider_payment = ?")
        .param(providerPayment)
        .query((row, index) -> read(row))
        .optional();
  }

  Payment lock(UUID accountId, UUID statementId) {
    return jdbc.sql(SELECT + "where p.account_id = ? and p.statement_id = ? for update of p")
        .params(accountId, statementId)
        .query((row, index) -> read(row))
        .single();
  }

  boolean anyPastDue(UUID accountId) {
    return jdbc.sql(
            "select exists (select from payment where account_id = ? and state = 'PAST_DUE')")
        .param(accountId)
        .query(Boolean.class)
        .single();
  }

  void insert(List<Payment> payments) {
    jdbc.sql(
            """
            insert into payment (statement_id, account_id, amount_cents, credit_cents, currency, state, tries,
              next_try_at, ask_at, issued_at, paid_at, version)
            select i, a, m::bigint, c::bigint, u, s, 0, n::timestamptz, n::timestamptz, d::timestamptz, p::timestamptz, 1
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
              ?::text[]) as x (i, a, m, c, u, s, n, d, p)
            """)
        .param(
            payments.stream()
                .map(payment -> payment.statement().statementId())
                .toArray(UUID[]::new))
        .param(
            payments.stream().map(payment -> payment.statement().accountId()).toArray(UUID[]::new))
        .param(texts(payments, Payment::amountCents))
        .param(texts(payments, Payment::creditCents))
        .param(texts(payments, payment -> payment.statement().currency()))
        .param(texts(payments, Payment::state))
        .param(texts(payments, Payment::nextTryAt))
        .param(texts(payments, payment -> payment.statement().issuedAt()))
        .param(texts(payments, Payment::paidAt))
        .update();
  }

  private static @Nullable String[] texts(
      List<Payment> payments, Function<Payment, @Nullable Object> value) {
    return payments.stream()
        .map(value)
        .map(each -> each == null ? null : each.toString())
        .toArray(String[]::new);
  }

  /**
   * Stores the next version; nobody has a lease on it any more.
   *
   * @throws OptimisticLockingFailureException when it is not the next one
   */
  void update(Payment payment) {
    int updated =
        jdbc.sql(
                """
                update payment set state = :state, tries = :tries, next_try_at = :nextTryAt::timestamptz,
                  ask_at = :nextTryAt::timestamptz, last_failure = :failure, paid_at = :paidAt::timestamptz, leased_until = null,
                  version = :version
                where statement_id = :id and account_id = :account and version = :version - 1
                """)
            .param("state", payment.state().name())
            .param("tries", payment.tries())
            .param("nextTryAt", text(payment.nextTryAt()))
            .param("failure", text(payment.lastFailure()))
            .param("paidAt", text(payment.paidAt()))
            .param("version", payment.version())
            .param("id", payment.statement().statementId())
            .param("account", payment.statement().accountId())
            .update();
    if (updated != 1) {
      throw new OptimisticLockingFailureException(
          "payment of " + payment.statement().statementId() + " is another by now");
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  void prepared(UUID accountId, UUID statementId, String providerPayment) {
    jdbc.sql("update payment set provider_payment = ? where account_id = ? and statement_id = ?")
        .params(providerPayment, accountId, statementId)
        .update();
  }

  /** What is due and belongs to nobody belongs to the caller until then; across accounts. */
  List<Payment> leaseDue(Instant now, Instant until, int limit) {
    return jdbc.sql(
            """
            with due as (
              select statement_id from payment
              where ask_at <= :now and (leased_until is null or leased_until <= :now)
              order by ask_at limit :limit
              for update skip locked),
            p as (
              update payment set leased_until = :until where statement_id in (select statement_id from due)
              returning *)
            select p.*, s.period_from, s.period_to, s.total_cents, s.monthly_cents
            from p join statement s on s.statement_id = p.statement_id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query((row, index) -> read(row))
        .list();
  }

  /** This one belongs to the caller until then, unless it is paid or belongs to another. */
  boolean lease(UUID accountId, UUID statementId, Instant now, Instant until) {
    return jdbc.sql(
                """
                update payment set leased_until = ?
                where account_id = ? and statement_id = ? and state <> 'PAID'
                  and (leased_until is null or leased_until <= ?)
                """)
            .params(
                until.atOffset(ZoneOffset.UTC),
                accountId,
                statementId,
                now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** The run looks at it then, and not before; nobody has a lease on it any more. */
  void askAt(UUID accountId, UUID statementId, Instant then) {
    jdbc.sql(
            """
            update payment set ask_at = ?, leased_until = null
            where account_id = ? and statement_id = ? and state <> 'PAID'
            """)
        .params(then.atOffset(ZoneOffset.UTC), accountId, statementId)
        .update();
  }

  /** The run looks now at all that the account has not paid. */
  void askNow(UUID accountId, Instant now) {
    jdbc.sql("update payment set ask_at = ? where account_id = ? and state <> 'PAID'")
        .params(now.atOffset(ZoneOffset.UTC), accountId)
        .update();
  }

  private static Payment read(ResultSet row) throws SQLException {
    String failure = row.getString("last_failure");
    return new Payment(
        new NewStatement(
            row.getObject("statement_id", UUID.class),
            row.getObject("account_id", UUID.class),
            row.getObject("period_from", LocalDate.class),
            row.getObject("period_to", LocalDate.class),
            row.getString("currency"),
            row.getLong("total_cents"),
            row.getLong("monthly_cents"),
            Objects.requireNonNull(instant(row, "issued_at"))),
        row.getLong("amount_cents"),
        row.getLong("credit_cents"),
        Payment.State.valueOf(row.getString("state")),
        row.getInt("tries"),
        instant(row, "next_try_at"),
        failure == null ? null : Failure.valueOf(failure),
        row.getString("provider_payment"),
        instant(row, "paid_at"),
        row.getLong("version"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
