package dev.switchboard.user.audit.wire;

import dev.switchboard.platform.audit.Origin;
import dev.switchboard.platform.event.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** contracts/events/audit.requested: an act at another service. */
public record AuditRequestedV1(
    UUID entryId,
    UUID accountId,
    Instant at,
    Actor actor,
    String action,
    Subject subject,
    @Nullable Map<String, String> details,
    @Nullable Origin origin) {

  /** To whom or what. */
  public record Subject(String type, String id) {}
}
