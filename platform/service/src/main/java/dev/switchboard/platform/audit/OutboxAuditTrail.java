package dev.switchboard.platform.audit;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.platform.time.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks user-service, who keeps the log, to take the act down. */
final class OutboxAuditTrail implements AuditTrail {
  private static final String TOPIC = "user.audit.v1";

  private final Outbox outbox;
  private final Clock clock;

  OutboxAuditTrail(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void record(AuditEntry entry) {
    record(entry, clock.instant(), Origin.current());
  }

  @Override
  public void record(AuditEntry entry, Instant at, @Nullable Origin origin) {
    outbox.add(
        new OutgoingEvent(
            TOPIC,
            entry.accountId().toString(),
            "audit.requested",
            entry.accountId(),
            new AuditRequestedV1(
                Ids.next(),
                entry.accountId(),
                at.truncatedTo(ChronoUnit.MILLIS),
                entry.actor(),
                entry.action(),
                new SubjectV1(entry.subjectType(), entry.subjectId()),
                entry.details(),
                origin)));
  }

  /** contracts/events/audit.requested. */
  private record AuditRequestedV1(
      UUID entryId,
      UUID accountId,
      Instant at,
      Actor actor,
      String action,
      SubjectV1 subject,
      Map<String, String> details,
      @Nullable Origin origin) {}

  private record SubjectV1(String type, String id) {}
}
