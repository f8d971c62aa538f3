package dev.switchboard.bench.sql;

import dev.switchboard.bench.timing.Work;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The transaction of an invitation without an open slot, statement by statement as user-service
 * sends it. Its events go into a shard of the outbox that no relay reads, so that nothing follows.
 */
@SuppressWarnings("InlineFormatString") // statements and texts are read best side by side
public final class InviteSql implements Work {
  /** The shard of the outbox that belongs to nobody. */
  public static final int DEAD_SHARD = 30_000;

  private static final String ANNOUNCE = "select set_config(?, ?, true)";
  private static final String CLAIM_KEY =
      "insert into idempotency_key (account_id, key, request_hash) values (?, ?, ?) on conflict do nothing";
  private static final String CLAIM_SLOT =
      """
      update open_slot set claimed_by = ?
      where account_id = ? and claimed_by is null and slot_id = (
        select slot_id from open_slot
        where account_id = ? and plan = ? and claimed_by is null
        order by slot_id limit 1 for update%s)
      returning slot_id
      """;
  private static final String CLAIM_SLOT_PASSING_BY = CLAIM_SLOT.formatted(" skip locked");
  private static final String CLAIM_SLOT_WAITING = CLAIM_SLOT.formatted("");
  private static final String ACCOUNT =
      """
      select account_id, company_name, time_zone, language, state, main_number, signed_up_at, version
      from account where account_id = ?
      """;
  private static final String MAY_BUY =
      "select 1 from account_standing where account_id = ? and standing = 'ACTIVE'";
  private static final String USER =
      """
      insert into users (user_id, account_id, first_name, last_name, email, role, state, language, time_zone, seat_plan,
        seat_slot_id, seat_accept_charges, invited_by, withdrawn_reason, created_at, version)
      values (?, ?, ?, ?, ?, 'USER', 'INVITED', 'en', 'America/New_York', ?, null, true, ?, null, ?, 1)
      """;
  private static final String ROW =
      """
      insert into directory as d (account_id, user_id, visible, version, user_version, first_name, last_name,
        email, role, state, language, time_zone, mobile)
      values (?, ?, true, 1, 1, ?, ?, ?, 'USER', 'INVITED', 'en', 'America/New_York', null)
      on conflict (user_id) do update set visible = excluded.visible, version = d.version + 1,
        user_version = excluded.user_version, first_name = excluded.first_name,
        last_name = excluded.last_name, email = excluded.email, role = excluded.role, state = excluded.state,
        language = excluded.language, time_zone = excluded.time_zone, mobile = excluded.mobile
      where d.user_version < excluded.user_version
      returning language, time_zone, mobile, account_id, user_id, visible, version, user_version, first_name, last_name, email, role, state, plan,
        direct_numbers, extension, bridge_id, forward_to, invitation_state, invitation_expires_at, mail_state
      """;
  private static final String EVENT =
      "insert into outbox (shard, event_id, topic, key, headers, payload) values (?, ?, ?, ?, ?::jsonb, ?)";
  private static final String ANSWER =
      "update idempotency_key set status = ?, headers = ?::jsonb, body = ?::jsonb where account_id = ? and key = ?";
  private static final String HEADERS =
      """
      {"ce_specversion":"1.0","ce_id":"%1$s","ce_type":"user.invited","ce_source":"/switchboard/user-service",
      "ce_subject":"%2$s","ce_time":"2026-11-02T14:29:00.000Z","ce_accountid":"%3$s","content-type":"application/json",
      "traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}\
      """;
  private static final String PAYLOAD =
      """
      {"accountId":"%1$s","version":1,"changed":["firstName","lastName","email","role","state","language","timeZone",
      "seatRequest"],"actor":{"type":"USER","userId":"%2$s"},"userId":"%3$s","firstName":"José","lastName":"Okafor",
      "email":"%4$s","role":"USER","state":"INVITED","language":"en","timeZone":"America/New_York",
      "seatRequest":{"plan":"BASIC","acceptCharges":true},"createdAt":"2026-11-02T14:29:00.000Z"}\
      """;

  private final Connection connection;
  private final UUID accountId;
  private final UUID adminId;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  /** Invites into this account. */
  public InviteSql(Database database, UUID accountId, UUID adminId) throws SQLException {
    this.connection = database.service();
    this.accountId = accountId;
    this.adminId = adminId;
  }

  @Override
  public void once() throws SQLException {
    UUID userId =
        new UUID(
            (System.currentTimeMillis() << 16) | 0x7000L,
            UUID.randomUUID().getLeastSignificantBits());
    String email = UUID.randomUUID() + "@bench.example";
    String key = UUID.randomUUID().toString();
    Database.announce(statement(ANNOUNCE), accountId);
    run(CLAIM_KEY, accountId, key, new byte[32]);
    run(CLAIM_SLOT_PASSING_BY, userId, accountId, accountId, "BASIC");
    run(CLAIM_SLOT_WAITING, userId, accountId, accountId, "BASIC");
    run(ACCOUNT, accountId);
    run(MAY_BUY, accountId);
    run(
        USER,
        userId,
        accountId,
        "José",
        "Okafor",
        email,
        "BASIC",
        adminId,
        OffsetDateTime.now(ZoneOffset.UTC));
    run(ROW, accountId, userId, "José", "Okafor", email);
    writeEvents(userId, email);
    run(ANSWER, (short) 201, "{\"ETag\":\"\\\"1\\\"\"}", payload(userId, email), accountId, key);
    connection.commit();
  }

  private void writeEvents(UUID userId, String email) throws SQLException {
    PreparedStatement insert = statement(EVENT);
    for (String topic : List.of("user.users.v1", "user.directory.v1")) {
      UUID eventId =
          new UUID(userId.getMostSignificantBits(), UUID.randomUUID().getLeastSignificantBits());
      insert.setShort(1, (short) DEAD_SHARD);
      insert.setObject(2, eventId);
      insert.setString(3, topic);
      insert.setString(4, userId.toString());
      insert.setString(5, HEADERS.formatted(eventId, userId, accountId));
      insert.setBytes(6, payload(userId, email).getBytes(StandardCharsets.UTF_8));
      insert.addBatch();
    }
    insert.executeBatch();
  }

  private String payload(UUID userId, String email) {
    return PAYLOAD.formatted(accountId, adminId, userId, email);
  }

  private void run(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = statement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    statement.execute();
  }

  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      statements.put(sql, known);
    }
    return known;
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : new ArrayList<>(statements.values())) {
      statement.close();
    }
    connection.close();
  }
}
