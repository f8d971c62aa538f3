package dev.switchboard.user.support;

import dev.switchboard.platform.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** I1: support finds accounts by name, e-mail address of a user, main or direct number. */
@Component
public class FindAccounts {
  private static final String ADMINS =
      """
      select account_id, user_id, first_name, last_name, email from users
      where account_id in (:accounts) and role = 'ADMIN' and state in ('ACTIVE', 'SUSPENDED')
      order by last_name collate "und-x-icu", first_name collate "und-x-icu", user_id
      """;

  private final JdbcClient jdbc;
  private final SupportProperties properties;
  private final TransactionOperations transaction;

  FindAccounts(JdbcClient jdbc, SupportProperties properties, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.transaction = transaction;
  }

  /**
   * The first accounts by name.
   *
   * @param total how many there are
   */
  public record Found(List<AccountSummary> accounts, long total) {}

  /** Looks in all accounts; each word of the search must be the beginning of one of their terms. */
  public Found find(String search) {
    return Tenancy.asSystem(() -> transaction.execute(status -> read(search)));
  }

  private Found read(String search) {
    Map<String, Object> parameters = new HashMap<>(Map.of("limit", properties.found()));
    String sql =
        """
        select found.*, (select count(*) from directory d where d.account_id = found.account_id and d.visible)
        from (
          select a.account_id, a.company_name, a.main_number, a.signed_up_at,
            case when a.state = 'CLOSED' then 'CLOSED' when s.standing = 'PAST_DUE' then 'PAST_DUE' else 'ACTIVE' end,
            count(*) over ()
          from account a left join account_standing s using (account_id)
          where a.account_id in (%s)
          order by a.company_name collate "und-x-icu", a.account_id limit :limit) found
        """
            .formatted(condition(SearchRange.of(search), parameters));
    List<Row> rows = jdbc.sql(sql).params(parameters).query((row, index) -> Row.of(row)).list();
    if (rows.isEmpty()) {
      return new Found(List.of(), 0);
    }
    Map<UUID, List<AccountSummary.Admin>> admins =
        admins(rows.stream().map(row -> row.account().accountId()).toList());
    return new Found(
        rows.stream()
            .map(row ->
                row.account().withAdmins(admins.getOrDefault(row.account().accountId(), List.of())))
            .toList(),
        rows.getFirst().total());
  }

  private static String condition(List<List<SearchRange>> words, Map<String, Object> parameters) {
    return words.stream()
        .map(ranges ->
            ranges.stream()
                .map(range -> {
                  int number = parameters.size();
                  parameters.put("from" + number, range.from());
                  parameters.put("to" + number, range.to());
                  return "select account_id from support_term where term >= :from%1$d and term < :to%1$d"
                      .formatted(number);
                })
                .collect(Collectors.joining(" union ", "(", ")")))
        .collect(Collectors.joining(" intersect "));
  }

  private Map<UUID, List<AccountSummary.Admin>> admins(List<UUID> accounts) {
    Map<UUID, List<AccountSummary.Admin>> admins = new HashMap<>();
    jdbc.sql(ADMINS)
        .param("accounts", accounts)
        .query(row -> {
          admins
              .computeIfAbsent(row.getObject(1, UUID.class), account -> new ArrayList<>())
              .add(
                  new AccountSummary.Admin(
                      row.getObject(2, UUID.class),
                      row.getString(3),
                      row.getString(4),
                      row.getString(5)));
        });
    return admins;
  }

  private record Row(AccountSummary account, long total) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          new AccountSummary(
              row.getObject(1, UUID.class),
              row.getString(2),
              row.getString(3),
              AccountSummary.State.valueOf(row.getString(5)),
              row.getObject(4, OffsetDateTime.class).toInstant(),
              row.getInt(7),
              List.of()),
          row.getLong(6));
    }
  }
}
