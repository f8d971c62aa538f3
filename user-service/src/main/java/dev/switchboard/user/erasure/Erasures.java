package dev.switchboard.user.erasure;

import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores which accounts are being erased, and finds who of them is still to be. */
@Component
class Erasures {
  private final JdbcClient jdbc;

  Erasures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One of them.
   *
   * @param begunAt when the account was closed, which is when all its users left
   * @param isFinished whether nobody is looked for any more
   */
  record Erasure(AccountId accountId, Instant begunAt, boolean isFinished) {}

  void begin(AccountId accountId, Instant now) {
    jdbc.sql("insert into account_erasure (account_id, begun_at) values (?, ?)")
        .params(accountId.value(), now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Erasure> find(AccountId accountId) {
    return jdbc.sql("select * from account_erasure where account_id = ?")
        .param(accountId.value())
        .query((row, index) -> read(row))
        .optional();
  }

  /** Those of all accounts that are not finished. */
  List<Erasure> unfinished() {
    return jdbc.sql("select * from account_erasure where finished_at is null order by begun_at")
        .query((row, index) -> read(row))
        .list();
  }

  /** The ids of accounts that were erased, after this one, in their order. */
  List<UUID> after(UUID accountId, int limit) {
    return jdbc.sql(
            "select account_id from account_erasure where account_id > ? order by account_id limit ?")
        .params(accountId, limit)
        .query(UUID.class)
        .list();
  }

  void finish(AccountId accountId, Instant now) {
    jdbc.sql(
            "update account_erasure set finished_at = ? where account_id = ? and finished_at is null")
        .params(now.atOffset(ZoneOffset.UTC), accountId.value())
        .update();
  }

  /** Who of the account is not erased yet, whatever his state, in the order of their ids. */
  List<UserId> usersAfter(AccountId accountId, UserId after, int limit) {
    return jdbc.sql(
            """
            select user_id from users where account_id = ? and user_id > ? and erased_at is null
            order by user_id limit ?
            """)
        .params(accountId.value(), after.value(), limit)
        .query((row, index) -> new UserId(row.getObject(1, UUID.class)))
        .list();
  }

  /** How many of the account are not erased yet. */
  int usersLeft(AccountId accountId) {
    return jdbc.sql("select count(*) from users where account_id = ? and erased_at is null")
        .param(accountId.value())
        .query(Integer.class)
        .single();
  }

  private static Erasure read(ResultSet row) throws SQLException {
    return new Erasure(
        new AccountId(row.getObject("account_id", UUID.class)),
        Objects.requireNonNull(row.getObject("begun_at", OffsetDateTime.class)).toInstant(),
        row.getObject("finished_at") != null);
  }
}
