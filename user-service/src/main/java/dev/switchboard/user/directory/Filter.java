package dev.switchboard.user.directory;

import dev.switchboard.user.account.AccountId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The condition of a query with its parameters. */
record Filter(String sql, Map<String, Object> parameters) {
  private static final String WHOLE_ACCOUNT = "account_id = :account and visible";

  static Filter of(AccountId accountId, UserQuery query) {
    StringBuilder sql = new StringBuilder(WHOLE_ACCOUNT);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("account", accountId.value());
    List<String> patterns = UserList.patterns(query.search());
    for (int i = 0; i < patterns.size(); i++) {
      sql.append(" and search_text like :word").append(i);
      parameters.put("word" + i, patterns.get(i));
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
    return new Filter(sql.toString(), parameters);
  }

  /** Whether it lets every user of the account through. */
  boolean isWholeAccount() {
    return sql.equals(WHOLE_ACCOUNT);
  }
}
