package dev.switchboard.notification.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails and their attempts in PostgreSQL. Leases run by the database's clock. */
final class MailRepository {
  private final JdbcClient jdbc;

  MailRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Stores a new mail; false when it was asked for before. */
  boolean insert(Mail mail) {
    Letter letter = mail.letter();
    return jdbc.sql(
                """
                insert into mail (mail_id, account_id, user_id, template, language, time_zone,
                  recipient_email, recipient_name, model, sealed_token, state, attempts, reason, queued_at,
                  give_up_at, next_attempt_at, trace_parent, version)
                values (:id, :account, :user, :template, :language, :timeZone, :email, :name, :model::jsonb, :token,
                  :state, :attempts, :reason, :queuedAt, :giveUpAt, :nextAttemptAt, :trace, :version)
                on conflict do nothing
                """)
            .param("id", mail.id().value())
            .param("account", letter.accountId())
            .param("user", letter.userId())
            .param("template", letter.template())
            .param("language", letter.language())
            .param("timeZone", letter.timeZone())
            .param("email", letter.email())
            .param("name", letter.name())
            .param("model", letter.model())
            .param("token", mail.sealedToken())
            .param("state", mail.state().name())
            .param("attempts", mail.attempts())
            .param("reason", mail.reason())
            .param("queuedAt", utc(mail.queuedAt()))
            .param("giveUpAt", utc(mail.giveUpAt()))
            .param("nextAttemptAt", utc(mail.nextAttemptAt()))
            .param("trace", letter.traceParent())
            .param("version", mail.version())
            .update()
        == 1;
  }

  /**
   * Takes up to this many mails that are due and that nobody sends; they are ours for the lease.
   */
  List<Mail> claimDue(Instant now, int atMost, Duration lease, String sender) {
    return claim("next_attempt_at <= :now", now, atMost, lease, sender);
  }

  /** Takes mails whose time is over, due or not. */
  List<Mail> claimOverdue(Instant now, int atMost, Duration lease, String sender) {
    return claim("give_up_at <= :now", now, atMost, lease, sender);
  }

  private List<Mail> claim(String which, Instant now, int atMost, Duration lease, String sender) {
    return jdbc.sql(
            """
            with due as materialized (
              select mail_id from mail
              where state = 'QUEUED' and %s
              and (sending_until is null or sending_until < clock_timestamp())
              order by next_attempt_at limit :atMost for update skip locked)
            update mail set sending_by = :sender,
              sending_until = clock_timestamp() + :lease * interval '1 millisecond'
            from due where mail.mail_id = due.mail_id returning mail.*
            """
                .formatted(which))
        .param("now", utc(now))
        .param("atMost", atMost)
        .param("lease", lease.toMillis())
        .param("sender", sender)
        .query((row, index) -> read(row))
        .list();
  }

  /** The mail, locked until the transaction ends. */
  Optional<Mail> lock(UUID accountId, MailId id) {
    return jdbc.sql("select * from mail where account_id = :account and mail_id = :id for update")
        .param("account", accountId)
        .param("id", id.value())
        .query((row, index) -> read(row))
        .optional();
  }

  /** The mails of this recipient that still wait, locked until the transaction ends. */
  List<Mail> lockQueuedOf(UUID accountId, UUID userId) {
    return jdbc.sql(
            """
            select * from mail where account_id = :account and user_id = :user and state = 'QUEUED'
            order by mail_id for update
            """)
        .param("account", accountId)
        .param("user", userId)
        .query((row, index) -> read(row))
        .list();
  }

  /** Stores the state after one transition and ends the lease; false when another came first. */
  boolean update(Mail mail) {
    return jdbc.sql(
                """
                update mail set state = :state, attempts = :attempts, reason = :reason, sealed_token = :token,
                  next_attempt_at = :nextAttemptAt, version = :version, sending_until = null, sending_by = null
                where account_id = :account and mail_id = :id and version = :version - 1 and state = 'QUEUED'
                """)
            .param("state", mail.state().name())
            .param("attempts", mail.attempts())
            .param("reason", mail.reason())
            .param("token", mail.sealedToken())
            .param("nextAttemptAt", utc(mail.nextAttemptAt()))
            .param("version", mail.version())
            .param("account", mail.letter().accountId())
            .param("id", mail.id().value())
            .update()
        == 1;
  }

  void insert(Mail mail, Attempt attempt) {
    jdbc.sql(
            """
            insert into attempt (account_id, mail_id, number, at, outcome, reason, reply_code, reply_text)
            values (:account, :id, :number, :at, :outcome, :reason, :code, :text)
            """)
        .param("account", mail.letter().accountId())
        .param("id", mail.id().value())
        .param("number", attempt.number())
        .param("at", utc(attempt.at()))
        .param("outcome", attempt.outcome().name())
        .param("reason", attempt.reason())
        .param("code", attempt.reply().code() == 0 ? null : attempt.reply().code())
        .param("text", attempt.reply().text())
        .update();
  }

  /** Ends the leases that an earlier process of this name left behind; returns how many. */
  int releaseClaimsOf(String sender) {
    return jdbc.sql(
            """
            update mail set sending_until = null, sending_by = null
            where state = 'QUEUED' and sending_by = :sender
            """)
        .param("sender", sender)
        .update();
  }

  /** Makes mails due that were put off only because the server was down; returns how many. */
  int makeDue(List<String> reasons, Instant now) {
    return jdbc.sql(
            """
            update mail set next_attempt_at = :now
            where state = 'QUEUED' and reason in (:reasons) and next_attempt_at > :now
            """)
        .param("now", utc(now))
        .param("reasons", reasons)
        .update();
  }

  /** How many wait for their first or next try. */
  long queued() {
    return jdbc.sql("select count(*) from mail where state = 'QUEUED'").query(Long.class).single();
  }

  /** Seconds since the oldest mail that is still queued was asked for; 0 when there is none. */
  double oldestQueuedSeconds(Instant now) {
    Double age =
        jdbc.sql(
                "select coalesce(extract(epoch from cast(:now as timestamptz) - min(queued_at)), 0) from mail where state = 'QUEUED'")
            .param("now", utc(now))
            .query(Double.class)
            .single();
    return Math.max(0, age);
  }

  static Mail read(ResultSet row) throws SQLException {
    return new Mail(
        new MailId(row.getObject("mail_id", UUID.class)),
        new Letter(
            row.getObject("account_id", UUID.class),
            row.getObject("user_id", UUID.class),
            row.getString("recipient_email"),
            row.getString("recipient_name"),
            row.getString("template"),
            row.getString("language"),
            row.getString("time_zone"),
            row.getString("model"),
            row.getString("trace_parent")),
        row.getString("sealed_token"),
        MailState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getString("reason"),
        instant(row, "queued_at"),
        instant(row, "give_up_at"),
        instant(row, "next_attempt_at"),
        row.getLong("version"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
