package dev.switchboard.numbering.extension;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * F4: gives out an account's lowest free extension, with two statements however many it has: the
 * lowest that was given back, else the first that was never used. Giving out, changing and giving
 * back lock the account's row in {@code extension_space} until the transaction ends; the primary
 * key of {@code extension} stands behind it.
 */
@Component
@EnableConfigurationProperties(ExtensionProperties.class)
public class Extensions {
  private final JdbcClient jdbc;
  private final ExtensionProperties properties;

  Extensions(JdbcClient jdbc, ExtensionProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
  }

  /**
   * The lowest free extension, now of this user.
   *
   * @throws IllegalStateException when the account has no free code of six digits left
   */
  public Extension allocate(AccountId accountId, UserId userId) {
    while (true) {
      int code =
          lock(accountId)
              .candidate()
              .orElseThrow(() ->
                  new IllegalStateException(
                      "account " + accountId + " has no free extension left"));
      if (take(accountId, code, userId)) {
        return new Extension(code);
      }
      passUsed(accountId, code);
    }
  }

  /**
   * Somebody has this code: what is looked at next is the first one after it that nobody has. One
   * pass in order, whatever PostgreSQL believes of the table, which may just have been filled.
   */
  private void passUsed(AccountId accountId, int code) {
    jdbc.sql(
            """
            update extension_space set first_unused = greatest(first_unused, (
              select code + 1 from (
                select code, lead(code) over (order by code) as next from extension
                where account_id = :account and code >= :code) as used
              where next is distinct from code + 1
              order by code limit 1))
            where account_id = :account and first_unused <= :code + 1
            """)
        .param("account", accountId.value())
        .param("code", code)
        .update();
  }

  /** From now on the lowest free code that is not below this one is given out. */
  void startAt(AccountId accountId, int first) {
    lock(accountId);
    jdbc.sql("update extension_space set first_unused = ? where account_id = ?")
        .params(first, accountId.value())
        .update();
  }

  /** Gives an extension back that its user has never used: it is free at once. */
  public void giveBack(AccountId accountId, Extension extension, UserId userId) {
    jdbc.sql("select first_unused from extension_space where account_id = ? for update")
        .param(accountId.value())
        .query(Integer.class)
        .optional();
    jdbc.sql(
            """
            with given_back as (
              delete from extension where account_id = ? and code = ? and holder_kind = 'USER' and holder_id = ?
              returning account_id, code)
            insert into returned_extension (account_id, code) select account_id, code from given_back
            on conflict do nothing
            """)
        .params(accountId.value(), extension.code(), userId.value())
        .update();
  }

  /**
   * D7: gives the user this code instead of his own, which is free at once.
   *
   * @throws dev.switchboard.platform.problem.ProblemException {@code extension.reserved}, {@code
   *     extension.taken}, {@code extension.held}
   */
  public void change(AccountId accountId, UserId userId, Extension from, Extension to) {
    if (!ExtensionRules.isAllowed(to.code(), lock(accountId).reserved())) {
      throw ExtensionError.RESERVED.problem(
          "It is a service code or in a range that the company keeps for other purposes.");
    }
    boolean changed =
        jdbc.sql(
                    """
                    update extension set code = :to
                    where account_id = :account and code = :from and holder_kind = 'USER' and holder_id = :user
                      and not exists (select 1 from extension where account_id = :account and code = :to)
                    """)
                .param("account", accountId.value())
                .param("user", userId.value())
                .param("from", from.code())
                .param("to", to.code())
                .update()
            == 1;
    if (!changed) {
      throw whyNot(accountId, to);
    }
    swapReturned(accountId, from, to);
  }

  /** One code is free now, the other is not any more. */
  private void swapReturned(AccountId accountId, Extension free, Extension taken) {
    jdbc.sql("delete from returned_extension where account_id = ? and code = ?")
        .params(accountId.value(), taken.code())
        .update();
    jdbc.sql(
            "insert into returned_extension (account_id, code) values (?, ?) on conflict do nothing")
        .params(accountId.value(), free.code())
        .update();
  }

  /** Under the lock of the account's row, so it is still so. */
  private ProblemException whyNot(AccountId accountId, Extension wanted) {
    boolean held =
        jdbc.sql("select held_until is not null from extension where account_id = ? and code = ?")
            .params(accountId.value(), wanted.code())
            .query(Boolean.class)
            .optional()
            .orElseThrow(() -> new IllegalStateException("a line's extension is not the user's"));
    return held
        ? ExtensionError.HELD.problem("It belonged to a user who was deleted and is still held.")
        : ExtensionError.TAKEN.problem("Somebody in your company has this extension.");
  }

  /** Makes the account's row or locks the one that is there. */
  private ExtensionSpace lock(AccountId accountId) {
    return jdbc.sql(
            """
            insert into extension_space as s (account_id, first_unused) values (:account, :first)
            on conflict (account_id) do update set first_unused = greatest(s.first_unused, coalesce(
              (select x.first_assigned from extension_setting x where x.account_id = s.account_id), excluded.first_unused))
            returning first_unused,
              (select c.code from returned_extension c
               where c.account_id = s.account_id and c.code >= coalesce(
                 (select x.first_assigned from extension_setting x where x.account_id = s.account_id), :first) and not exists (
                 select 1 from extension_range r
                 where r.account_id = c.account_id and c.code between r.first and r.last)
               order by c.code limit 1) as lowest_returned,
              array(select r.first from extension_range r
                    where r.account_id = s.account_id order by r.first) as range_starts,
              array(select r.last from extension_range r
                    where r.account_id = s.account_id order by r.first) as range_ends
            """)
        .param("account", accountId.value())
        .param("first", properties.first())
        .query((row, index) -> space(row))
        .single();
  }

  /**
   * Gives this code to the user; false when somebody has it already: it was picked by hand, it is
   * held, or the look at the returned ones was older than the lock. The next look is past it then.
   */
  private boolean take(AccountId accountId, int code, UserId userId) {
    return jdbc.sql(
                """
                with reused as (
                  delete from returned_extension where account_id = :account and code = :code),
                passed as (
                  update extension_space set first_unused = greatest(first_unused, :code + 1)
                  where account_id = :account)
                insert into extension (account_id, code, holder_kind, holder_id)
                values (:account, :code, 'USER', :user) on conflict (account_id, code) do nothing
                """)
            .param("account", accountId.value())
            .param("code", code)
            .param("user", userId.value())
            .update()
        == 1;
  }

  private static ExtensionSpace space(ResultSet row) throws SQLException {
    Integer[] starts = (Integer[]) row.getArray("range_starts").getArray();
    Integer[] ends = (Integer[]) row.getArray("range_ends").getArray();
    List<ExtensionRange> reserved =
        IntStream.range(0, starts.length)
            .mapToObj(i -> new ExtensionRange(starts[i], ends[i]))
            .toList();
    Integer lowestReturned = row.getObject("lowest_returned", Integer.class);
    return new ExtensionSpace(row.getInt("first_unused"), lowestReturned, reserved);
  }
}
