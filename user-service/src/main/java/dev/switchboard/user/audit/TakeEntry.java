package dev.switchboard.user.audit;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import dev.switchboard.user.audit.wire.AuditRequestedV1;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An act at another service goes into the log; the same one twice is one entry. */
@Component
public class TakeEntry {
  private final AuditLog log;

  TakeEntry(AuditLog log) {
    this.log = log;
  }

  /** The command of the service where the act was decided. */
  public void on(IncomingEvent<AuditRequestedV1> event) {
    AuditRequestedV1 request = event.data();
    requireWhole(request);
    if (!request.accountId().equals(event.accountId())) {
      throw new BrokenEventException("audit.requested for another account than its event's");
    }
    Map<String, String> details = request.details();
    log.add(
        request.entryId(),
        request.at(),
        new AuditEntry(
            request.accountId(),
            request.actor(),
            request.action(),
            request.subject().type(),
            request.subject().id(),
            details == null ? Map.of() : details),
        request.origin());
  }

  private static void requireWhole(AuditRequestedV1 request) {
    AuditRequestedV1.Subject subject = request.subject();
    boolean whole =
        Stream.of(
                    request.entryId(),
                    request.accountId(),
                    request.at(),
                    request.actor(),
                    request.action(),
                    subject)
                .allMatch(Objects::nonNull)
            && Stream.of(request.actor().type(), subject.type(), subject.id())
                .allMatch(Objects::nonNull);
    if (!whole || !AuditQuery.isPossible(request.at())) {
      throw new BrokenEventException("audit.requested lacks a part, or its time can't be");
    }
  }
}
