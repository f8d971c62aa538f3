package dev.switchboard.user.audit;

import dev.switchboard.platform.paging.Page;
import dev.switchboard.user.account.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * H2: the log, newest first, one statement for a page. Names are looked up only now; so there is
 * nothing to take out of the log when a person's data are erased.
 */
@Component
public class ReadAuditLog {
  private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final AuditProperties properties;

  ReadAuditLog(JdbcClient jdbc, JsonMapper json, AuditProperties properties) {
    this.jdbc = jdbc;
    this.json = json;
    this.properties = properties;
  }

  /**
   * One page.
   *
   * @param cursor where the page before ended, or null
   */
  @Transactional(readOnly = true)
  public Page<AuditItem> read(
      AccountId accountId, AuditQuery query, int limit, @Nullable String cursor) {
    AuditPosition after = cursor == null ? null : AuditPosition.decode(cursor);
    return read(accountId, query, limit, after, properties.counted());
  }

  /** The next entries for an export, which counts nothing. */
  @Transactional(readOnly = true)
  public List<AuditItem> readOn(
      AccountId accountId, AuditQuery query, int limit, @Nullable AuditItem last) {
    AuditPosition after = last == null ? null : AuditPosition.of(last);
    return read(accountId, query, limit, after, 0).items();
  }

  /** Whether there are more entries than these. */
  @Transactional(readOnly = true)
  public boolean hasMoreThan(AccountId accountId, AuditQuery query, int entries) {
    Map<String, Object> parameters = new HashMap<>();
    String where = where(accountId, query, parameters);
    return jdbc.sql("select 1 from audit_entry where " + where + " offset :entries limit 1")
        .params(parameters)
        .param("entries", entries)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private Page<AuditItem> read(
      AccountId accountId,
      AuditQuery query,
      int limit,
      @Nullable AuditPosition after,
      int counted) {
    ResultSetExtractor<Page<AuditItem>> page = rows -> collect(rows, limit);
    return statement(jdbc, "", accountId, query, limit, after, counted).query(page);
  }

  /** The statement of a page behind a prefix, which tests need to have it explained. */
  static JdbcClient.StatementSpec statement(
      JdbcClient jdbc,
      String prefix,
      AccountId accountId,
      AuditQuery query,
      int limit,
      @Nullable AuditPosition after,
      int counted) {
    Map<String, Object> parameters = new HashMap<>();
    String where = where(accountId, query, parameters);
    parameters.put("limit", limit + 1);
    parameters.put("counted", counted);
    if (after != null) {
      parameters.put("afterAt", utc(after.at()));
      parameters.put("afterId", after.id());
    }
    String on = after == null ? "" : "and (at, entry_id) < (:afterAt, :afterId)";
    String page =
        """
        select counted.total, page.* from (
          select count(*) as total from (
            select from audit_entry where %1$s order by at desc, entry_id desc limit :counted) c) counted
        left join lateral (
          select e.*, actor.first_name || ' ' || actor.last_name as actor_name,
            subject.first_name || ' ' || subject.last_name as subject_name
          from (
            select * from audit_entry where %1$s %2$s order by at desc, entry_id desc limit :limit) e
          left join users actor on actor.account_id = e.account_id and actor.user_id = e.actor_id
            and actor.erased_at is null and e.actor_type <> 'SUPPORT'
          left join users subject on subject.account_id = e.account_id and subject.erased_at is null
            and subject.user_id = case
              when e.subject_type = 'USER' and pg_input_is_valid(e.subject_id, 'uuid') then e.subject_id::uuid end
          order by e.at desc, e.entry_id desc) page on true
        """
            .formatted(where, on);
    return jdbc.sql(prefix + page).params(parameters);
  }

  private static String where(
      AccountId accountId, AuditQuery query, Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder("account_id = :account");
    parameters.put("account", accountId.value());
    add(where, parameters, " and actor_id = :actor", "actor", query.actor());
    add(where, parameters, " and subject_id = :subject", "subject", query.subject());
    add(where, parameters, " and action = :action", "action", query.action());
    Instant from = query.from();
    add(where, parameters, " and at >= :from", "from", from == null ? null : utc(from));
    Instant to = query.to();
    add(where, parameters, " and at < :to", "to", to == null ? null : utc(to));
    return where.toString();
  }

  private static void add(
      StringBuilder where,
      Map<String, Object> parameters,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      where.append(condition);
      parameters.put(name, value);
    }
  }

  private Page<AuditItem> collect(ResultSet rows, int limit) throws SQLException {
    List<AuditItem> items = new ArrayList<>();
    long total = 0;
    while (rows.next()) {
      total = rows.getLong("total");
      if (rows.getObject("entry_id") != null) {
        items.add(item(rows));
      }
    }
    if (items.size() <= limit) {
      return new Page<>(items, total, null);
    }
    List<AuditItem> page = items.subList(0, limit);
    return new Page<>(List.copyOf(page), total, AuditPosition.of(page.getLast()).encode());
  }

  private AuditItem item(ResultSet row) throws SQLException {
    return new AuditItem(
        row.getObject("entry_id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new AuditItem.Actor(
            row.getString("actor_type"),
            row.getObject("actor_id", UUID.class),
            row.getString("actor_name")),
        row.getString("action"),
        new AuditItem.Subject(
            row.getString("subject_type"),
            row.getString("subject_id"),
            row.getString("subject_name")),
        json.readValue(row.getString("details"), DETAILS),
        row.getString("ip_address"),
        row.getString("user_agent"));
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
