package dev.switchboard.user.audit;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.audit.Origin;
import dev.switchboard.platform.time.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Adds entries to the log; the database lets this service do no more with them than read. */
@Component
class AuditLog implements AuditTrail {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  AuditLog(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void record(AuditEntry entry) {
    record(entry, clock.instant(), Origin.current());
  }

  @Override
  public void record(AuditEntry entry, Instant at, @Nullable Origin origin) {
    add(Ids.next(), at, entry, origin);
  }

  /** Adds an entry that another service made; the same one twice is one. */
  void add(UUID entryId, Instant at, AuditEntry entry, @Nullable Origin origin) {
    jdbc.sql(
            """
            insert into audit_entry (entry_id, account_id, at, actor_type, actor_id, action, subject_type, subject_id,
              details, ip_address, user_agent)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing
            """)
        .param(entryId)
        .param(entry.accountId())
        .param(at.atOffset(ZoneOffset.UTC))
        .param(entry.actor().type().name())
        .param(entry.actor().userId())
        .param(entry.action())
        .param(entry.subjectType())
        .param(entry.subjectId())
        .param(json.writeValueAsString(entry.details()))
        .param(origin == null ? null : origin.ipAddress())
        .param(origin == null ? null : origin.userAgent())
        .update();
  }
}
