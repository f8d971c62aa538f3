package dev.switchboard.user.directory;

import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.plan.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the list: one statement for a page with its total and the open slots (B3, B4, B5). */
@Component
public class UserList {
  private static final int FEWEST_DIGITS = 3;

  private static final String OPEN_SLOTS =
      """
      (select string_agg(slot_id || ' ' || plan, ',' order by plan, slot_id) from open_slot
       where account_id = :account and claimed_by is null) as open_slots
      """;

  /** Counts in one index and reads the page from another. */
  private static final String WHOLE_ACCOUNT =
      """
      select totals.*, page.* from (
        select (select count(*) from directory where %1$s) as total,
      """
          + OPEN_SLOTS
          + """
          ) totals
          left join lateral (
            select %2$s, jsonb_build_array(%3$s) as sort_keys from directory where %1$s %4$s
            order by %5$s limit :limit) page on true
          """;

  /**
   * Looks at each user of the account once, for the total and the page, in an index where the
   * filter and the order allow it; only the page's rows are read from the table.
   */
  private static final String SOME =
      """
      with found as materialized (%1$s)
      select totals.*, page.* from (
        select (select count(*) from found) as total,
      """
          + OPEN_SLOTS
          + """
          ) totals
          left join lateral (
            select %2$s, sort_keys from (
              select *, jsonb_build_array(%3$s) as sort_keys from found where true %4$s
              order by %5$s limit :limit) few
            join directory on user_id = id and account_id = :account order by %5$s) page on true
          """;

  private final JdbcClient jdbc;
  private final Clock clock;

  UserList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A page.
   *
   * @param total of all pages
   * @param next the cursor of the next page, or null
   */
  public record Result(
      List<DirectoryRow> rows, long total, @Nullable String next, List<OpenSlot> openSlots) {}

  /** A slot that an invitation can fill at no further cost. */
  public record OpenSlot(UUID id, Plan plan) {}

  /** One user of the list, if it shows him. */
  @Transactional(readOnly = true)
  public Optional<DirectoryRow> find(AccountId accountId, UUID userId) {
    return jdbc.sql(
            "select "
                + DirectoryRows.COLUMNS
                + "from directory where account_id = ? and user_id = ? and visible")
        .params(accountId.value(), userId)
        .query((row, index) -> DirectoryRows.read(row, clock.instant()))
        .optional();
  }

  /** One page of the account's users. */
  @Transactional(readOnly = true)
  public Result read(AccountId accountId, UserQuery query) {
    Filter filter = Filter.of(accountId, query);
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql(filter, query)).params(filter.parameters()).param("limit", query.limit() + 1);
    List<@Nullable String> cursor = cursorKeys(query);
    for (int i = 0; i < cursor.size(); i++) {
      statement = statement.param("after" + i, cursor.get(i));
    }
    ResultSetExtractor<Result> page = result -> collect(result, query.limit());
    return statement.query(page);
  }

  private static String sql(Filter filter, UserQuery query) {
    List<String> keys = query.sort().keys();
    if (filter.isWholeAccount()) {
      return WHOLE_ACCOUNT.formatted(
          filter.sql(),
          DirectoryRows.COLUMNS,
          String.join(", ", keys),
          after(query, keys),
          order(query, keys));
    }
    List<String> names = IntStream.range(0, keys.size()).mapToObj(i -> "key" + i).toList();
    String columns =
        IntStream.range(0, keys.size())
            .mapToObj(i -> keys.get(i) + " as " + names.get(i))
            .collect(Collectors.joining(", ", "user_id as id, ", ""));
    return SOME.formatted(
        filter.select(columns),
        DirectoryRows.COLUMNS,
        String.join(", ", names),
        after(query, names),
        order(query, names));
  }

  private static String order(UserQuery query, List<String> keys) {
    String direction = query.sort().descending() ? " desc" : "";
    return String.join(direction + ", ", keys) + direction;
  }

  private static String after(UserQuery query, List<String> keys) {
    if (query.cursor() == null) {
      return "";
    }
    List<String> types = query.sort().types();
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      parameters.add("cast(:after" + i + " as " + types.get(i) + ")");
    }
    return "and (%s) %s (%s)"
        .formatted(
            String.join(", ", keys),
            query.sort().descending() ? "<" : ">",
            String.join(", ", parameters));
  }

  private static List<@Nullable String> cursorKeys(UserQuery query) {
    String cursor = query.cursor();
    return cursor == null
        ? List.of()
        : SortKeys.check(Cursor.decode(cursor, query.sort().keys().size()), query.sort().types());
  }

  private Result collect(ResultSet result, int limit) throws SQLException {
    List<DirectoryRow> rows = new ArrayList<>();
    long total = 0;
    String next = null;
    String lastKeys = null;
    List<OpenSlot> openSlots = List.of();
    while (result.next()) {
      total = result.getLong("total");
      openSlots = openSlots(result.getString("open_slots"));
      if (result.getObject("user_id") == null) {
        break;
      }
      if (rows.size() == limit) {
        next = lastKeys;
        break;
      }
      rows.add(DirectoryRows.read(result, clock.instant()));
      lastKeys = SortKeys.encode(result.getString("sort_keys"));
    }
    return new Result(rows, total, next, openSlots);
  }

  private static List<OpenSlot> openSlots(@Nullable String aggregated) {
    if (aggregated == null) {
      return List.of();
    }
    List<OpenSlot> slots = new ArrayList<>();
    for (String slot : aggregated.split(",")) {
      int space = slot.indexOf(' ');
      slots.add(
          new OpenSlot(
              UUID.fromString(slot.substring(0, space)), Plan.valueOf(slot.substring(space + 1))));
    }
    return slots;
  }

  /**
   * The words of a search as patterns; what looks like a phone number is searched by its digits.
   */
  static List<String> patterns(String search) {
    String text = search.strip().toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return List.of();
    }
    if (text.matches("[-+0-9(). /]+")) {
      // Leading zeros are a trunk or international prefix, which E.164 does not have.
      String digits = text.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
      if (digits.length() >= FEWEST_DIGITS) {
        return List.of("%" + digits + "%");
      }
    }
    List<String> patterns = new ArrayList<>();
    for (String word : text.split("\\s+")) {
      patterns.add("%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }
    return patterns;
  }
}
