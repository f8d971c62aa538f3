package dev.switchboard.user.directory;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.platform.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the list anew while it is in use (ADR 26). What this service knows itself is written over
 * each row. What others told stays to be seen, but counts as never heard: the first event of each
 * source replaces it, and the operator has them told again. A row that was lost begins with the
 * seconds since 1970 as its version: whatever was told of it before was lower.
 */
@Component
class RebuildDirectory {
  private static final Logger log = LoggerFactory.getLogger(RebuildDirectory.class);
  private static final UUID FIRST = new UUID(0, 0);
  private static final String OWN =
      """
      insert into directory as d (account_id, user_id, visible, version, user_version, first_name, last_name, email,
        role, state, language, time_zone, mobile, invitation_state, invitation_expires_at, mail_id, mail_state)
      select u.account_id, u.user_id, u.state in ('INVITED', 'ACTIVE', 'SUSPENDED'),
        extract(epoch from clock_timestamp())::bigint, u.version, u.first_name,
        u.last_name, u.email, u.role, u.state, u.language, u.time_zone, u.mobile, i.state, i.expires_at, i.mail_id,
        case when i.mail_id is not null then 'QUEUED' end
      from users u left join lateral (
        select state, expires_at, mail_id from invitation
        where account_id = u.account_id and user_id = u.user_id order by generation desc limit 1) i on true
      where u.user_id = :user
      on conflict (user_id) do update set account_id = excluded.account_id, visible = excluded.visible,
        version = d.version + 1, user_version = excluded.user_version, first_name = excluded.first_name,
        last_name = excluded.last_name, email = excluded.email, role = excluded.role, state = excluded.state,
        language = excluded.language, time_zone = excluded.time_zone, mobile = excluded.mobile,
        invitation_state = excluded.invitation_state, invitation_expires_at = excluded.invitation_expires_at,
        mail_id = excluded.mail_id,
        mail_state = case when d.mail_id = excluded.mail_id then d.mail_state else excluded.mail_state end,
        plan = case when excluded.state = 'DELETED' then null else d.plan end,
        seat_version = 0, line_version = 0, mail_version = 0
      returning
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Outbox outbox;
  private final TransactionOperations transaction;

  RebuildDirectory(JdbcClient jdbc, Clock clock, Outbox outbox, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.outbox = outbox;
    this.transaction = transaction;
  }

  /**
   * What was done.
   *
   * @param rebuilt how many rows
   * @param hidden rows of users that there are not, at the end
   * @param next where to go on, or null at the end
   */
  record Result(int rebuilt, int hidden, @Nullable String next) {}

  /**
   * Rows that are shown and still wait for what others tell.
   *
   * @param shown all that are shown
   */
  record Waiting(long shown, long forSeat, long forLine, long forMail) {}

  /** Rebuilds the next rows, each in a transaction of its own. */
  Result some(@Nullable String after, int limit) {
    List<UUID> users =
        inTransaction(() -> next(after == null ? FIRST : UUID.fromString(after), limit));
    int rebuilt = 0;
    for (UUID user : users) {
      rebuilt += inTransaction(() -> rebuild(user)) ? 1 : 0;
    }
    boolean isEnd = users.size() < limit;
    int hidden = isEnd ? inTransaction(this::hideStrangers) : 0;
    log.info("Directory: {} rows rebuilt, {} hidden", rebuilt, hidden);
    return new Result(rebuilt, hidden, isEnd ? null : users.getLast().toString());
  }

  /** What is still to be told by other services. */
  Waiting waiting() {
    return inTransaction(() ->
        jdbc.sql(
                """
                select count(*), count(*) filter (where seat_version = 0), count(*) filter (where line_version = 0),
                  count(*) filter (where mail_id is not null and mail_version = 0)
                from directory where visible
                """)
            .query((row, index) ->
                new Waiting(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
            .single());
  }

  private List<UUID> next(UUID after, int limit) {
    return jdbc.sql("select user_id from users where user_id > ? order by user_id limit ?")
        .params(after, limit)
        .query(UUID.class)
        .list();
  }

  /** The user is locked before his row, as everywhere. */
  private boolean rebuild(UUID user) {
    Optional<UUID> locked =
        jdbc.sql("select user_id from users where user_id = ? for update")
            .param(user)
            .query(UUID.class)
            .optional();
    locked.ifPresent(found ->
        outbox.add(
            jdbc.sql(OWN + WholeRow.COLUMNS)
                .param("user", found)
                .query((row, index) -> Directory.toEvent(WholeRow.read(row, clock.instant())))
                .single()));
    return locked.isPresent();
  }

  private int hideStrangers() {
    List<OutgoingEvent> tombstones =
        jdbc.sql(
                """
                update directory d set visible = false, version = version + 1
                where visible and not exists (select 1 from users u where u.user_id = d.user_id)
                returning
                """
                    + WholeRow.COLUMNS)
            .query((row, index) -> Directory.toEvent(WholeRow.read(row, clock.instant())))
            .list();
    if (!tombstones.isEmpty()) {
      outbox.add(tombstones);
    }
    return tombstones.size();
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Tenancy.asSystem(
        () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
  }
}
