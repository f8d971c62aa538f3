package dev.switchboard.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes acts down for the account's audit log, in the transaction of the act: both hold or neither.
 * An act is taken down once, where it was decided; what other services do because of its event is
 * no act of its own.
 */
public interface AuditTrail {

  /** Takes one act down, with the time and the origin of the present request. */
  void record(AuditEntry entry);

  /** Takes one act down that was noted before, with the time and the origin that it had then. */
  void record(AuditEntry entry, Instant at, @Nullable Origin origin);
}
