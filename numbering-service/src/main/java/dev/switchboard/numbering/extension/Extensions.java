package dev.switchboard.numbering.extension;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * F4: gives out an account's lowest free extension. The account's row in {@code extension_space} is
 * locked meanwhile and remembers below which code nothing is free, so that finding one does not
 * take longer in a large account; the primary key of {@code extension} stands behind it.
 */
@Component
public class Extensions {
  private static final int LOOK_AHEAD = 100;

  private final JdbcClient jdbc;
  private final int first;

  Extensions(JdbcClient jdbc, @Value("${switchboard.extensions.first}") int first) {
    this.jdbc = jdbc;
    this.first = first;
  }

  /**
   * The lowest free extension, now of this user.
   *
   * @throws IllegalStateException when the account has no free code of six digits left
   */
  public int allocate(UUID accountId, UUID userId) {
    int nothingFreeBelow = lock(accountId);
    int code = lowestFree(accountId, nothingFreeBelow, ranges(accountId));
    jdbc.sql(
            "insert into extension (account_id, code, holder_kind, holder_id) values (?, ?, 'USER', ?)")
        .params(accountId, code, userId)
        .update();
    jdbc.sql("update extension_space set nothing_free_below = ? where account_id = ?")
        .params(code + 1, accountId)
        .update();
    return code;
  }

  /** Gives an extension back that nobody has used yet; it is free at once. */
  public void free(UUID accountId, int code, UUID userId) {
    lock(accountId);
    int deleted =
        jdbc.sql("delete from extension where account_id = ? and code = ? and holder_id = ?")
            .params(accountId, code, userId)
            .update();
    if (deleted == 1) {
      jdbc.sql(
              """
              update extension_space set nothing_free_below = least(nothing_free_below, ?)
              where account_id = ?
              """)
          .params(code, accountId)
          .update();
    }
  }

  /** Inserts the row or locks the one that is there. */
  private int lock(UUID accountId) {
    return jdbc.sql(
            """
            insert into extension_space as s (account_id, nothing_free_below) values (?, ?)
            on conflict (account_id) do update set nothing_free_below = s.nothing_free_below
            returning nothing_free_below
            """)
        .params(accountId, first)
        .query(Integer.class)
        .single();
  }

  private List<ExtensionRange> ranges(UUID accountId) {
    return jdbc.sql("select first, last from extension_range where account_id = ?")
        .param(accountId)
        .query((row, index) -> new ExtensionRange(row.getInt(1), row.getInt(2)))
        .list();
  }

  private int lowestFree(UUID accountId, int from, List<ExtensionRange> reserved) {
    int start = from;
    while (start <= ExtensionRules.HIGHEST) {
      int end = start + LOOK_AHEAD;
      List<Integer> used =
          jdbc.sql("select code from extension where account_id = ? and code >= ? and code < ?")
              .params(accountId, start, end)
              .query(Integer.class)
              .list();
      for (int code = start; code < end; code++) {
        if (ExtensionRules.isAllowed(code, reserved) && !used.contains(code)) {
          return code;
        }
      }
      start = end;
    }
    throw new IllegalStateException("account " + accountId + " has no free extension left");
  }
}
