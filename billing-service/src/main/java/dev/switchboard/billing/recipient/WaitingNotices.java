package dev.switchboard.billing.recipient;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Notices to accounts whose admin is not known yet. */
@Component
class WaitingNotices {
  private static final TypeReference<Map<String, Object>> MODEL = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  WaitingNotices(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * From here on until the transaction ends, nobody else finds an admin of these accounts missing,
   * or makes one known. In a key space of its own: the locks of accounts come before it.
   */
  void lock(Collection<UUID> accounts) {
    jdbc.sql(
            """
            select pg_advisory_xact_lock(hashtextextended(id, 1))
            from (select unnest(?::text[]) as id order by 1) as accounts
            """)
        .param(accounts.stream().map(UUID::toString).toArray(String[]::new))
        .query((row, index) -> index)
        .list();
  }

  /** Keeps what is not kept yet. */
  void keep(List<Notice> notices) {
    jdbc.sql(
            """
            insert into waiting_notice (account_id, name, template, model)
            select a, n, t, m::jsonb from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as w (a, n, t, m)
            on conflict do nothing
            """)
        .param(notices.stream().map(Notice::accountId).toArray(UUID[]::new))
        .param(notices.stream().map(Notice::name).toArray(String[]::new))
        .param(notices.stream().map(Notice::template).toArray(String[]::new))
        .param(
            notices.stream()
                .map(each -> json.writeValueAsString(each.model()))
                .toArray(String[]::new))
        .update();
  }

  /** Takes out what has waited for this account, in the order in which it came. */
  List<Notice> take(UUID accountId) {
    return jdbc.sql(
            """
            with taken as (delete from waiting_notice where account_id = ? returning *)
            select name, template, model from taken order by sequence
            """)
        .param(accountId)
        .query((row, index) ->
            new Notice(
                accountId,
                row.getString("name"),
                row.getString("template"),
                json.readValue(row.getString("model"), MODEL)))
        .list();
  }
}
