package dev.switchboard.user.directory;

import dev.switchboard.user.account.AccountId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The condition of a query with its parameters.
 *
 * @param sql what does not look at texts
 * @param search a further condition of the text %1$s for each word that is searched, or the empty
 *     text
 */
record Filter(String sql, String search, Map<String, Object> parameters) {
  private static final String WHOLE_ACCOUNT = "account_id = :account and visible";

  static Filter of(AccountId accountId, UserQuery query) {
    StringBuilder sql = new StringBuilder(WHOLE_ACCOUNT);
    StringBuilder search = new StringBuilder();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("account", accountId.value());
    List<String> patterns = UserList.patterns(query.search());
    for (int i = 0; i < patterns.size(); i++) {
      search.append(" and %1$s like :word").append(i);
      parameters.put("word" + i, patterns.get(i));
    }
    if (!query.ids().isEmpty()) {
      sql.append(" and user_id in (:ids)");
      parameters.put("ids", query.ids());
    }
    if (!query.plans().isEmpty()) {
      sql.append(" and plan in (:plans)");
      parameters.put("plans", query.plans().stream().map(Enum::name).toList());
    }
    if (!query.states().isEmpty()) {
      sql.append(" and state in (:states)");
      parameters.put("states", query.states().stream().map(Enum::name).toList());
    }
    if (query.withoutNumber()) {
      sql.append(" and direct_numbers = '{}'");
    }
    return new Filter(sql.toString(), search.toString(), parameters);
  }

  /** Whether it lets every user of the account through. */
  boolean isWholeAccount() {
    return search.isEmpty() && sql.equals(WHOLE_ACCOUNT);
  }

  /**
   * Those whom it lets through. Texts that are too long for an index are in a column of their own,
   * so that the others need not be read from the table.
   *
   * @param columns to select
   */
  String select(String columns) {
    String all = "select " + columns + " from directory where " + sql;
    return search.isEmpty()
        ? all
        : all
            + search.formatted("search_text")
            + " union all "
            + all
            + " and long_search_text is not null"
            + search.formatted("long_search_text");
  }
}
