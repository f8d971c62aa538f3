package dev.switchboard.bench.sql;

import dev.switchboard.bench.timing.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The statement behind a page of the list, as {@code UserList} of user-service sends it. */
@SuppressWarnings("InlineFormatString") // a statement is read best by itself
public final class PageSql implements Work {
  private static final String COLUMNS =
      """
      account_id, user_id, visible, version, user_version, first_name, last_name, email, role, state, plan,
      direct_numbers, extension, bridge_id, forward_to, invitation_state, invitation_expires_at, mail_state
      """;

  private static final String OPEN_SLOTS =
      """
      (select string_agg(slot_id || ' ' || plan, ',' order by plan, slot_id) from open_slot
       where account_id = ? and claimed_by is null) as open_slots
      """;

  private static final String ALL =
      """
      select totals.*, page.* from (
        select (select count(*) from directory where account_id = ? and visible) as total,
      """
          + OPEN_SLOTS
          + """
            ) totals
          left join lateral (
            select
          """
          + COLUMNS
          + """
              , jsonb_build_array(last_name, first_name, user_id) as sort_keys
            from directory where account_id = ? and visible
            order by last_name, first_name, user_id limit ?) page on true
          """;

  private static final String SOME =
      """
      with found as materialized (
        select user_id as id, last_name as key0, first_name as key1, user_id as key2
        from directory where account_id = ? and visible %s)
      select totals.*, page.* from (
        select (select count(*) from found) as total,
      """
          + OPEN_SLOTS
          + """
            ) totals
          left join lateral (
            select
          """
          + COLUMNS
          + """
              , sort_keys from (
              select *, jsonb_build_array(key0, key1, key2) as sort_keys from found
              order by key0, key1, key2 limit ?) few
            join directory on user_id = id and account_id = ? order by key0, key1, key2) page on true
          """;

  private final Connection connection;
  private final PreparedStatement announce;
  private final PreparedStatement select;
  private final UUID accountId;

  /**
   * Reads pages of an account.
   *
   * @param condition SQL to narrow the list down, or the empty text
   * @param limit rows per page; one more is read, as the service does to know whether there is more
   */
  public PageSql(Database database, UUID accountId, String condition, int limit)
      throws SQLException {
    this.connection = database.service();
    this.connection.setReadOnly(true);
    this.accountId = accountId;
    this.announce = connection.prepareStatement("select set_config(?, ?, true)");
    boolean all = condition.isEmpty();
    this.select = connection.prepareStatement(all ? ALL : SOME.formatted(condition));
    select.setObject(1, accountId);
    select.setObject(2, accountId);
    select.setObject(all ? 3 : 4, accountId);
    select.setInt(all ? 4 : 3, limit + 1);
  }

  @Override
  public void once() throws SQLException {
    Database.announce(announce, accountId);
    try (ResultSet rows = select.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          rows.getObject(i);
        }
      }
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
