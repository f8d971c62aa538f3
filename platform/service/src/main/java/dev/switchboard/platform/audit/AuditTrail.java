package dev.switchboard.platform.audit;

/**
 * Takes acts down for the account's audit log, in the transaction of the act: both hold or neither.
 * An act is taken down once, where it was decided; what other services do because of its event is
 * no act of its own.
 */
public interface AuditTrail {

  /** Takes one act down, with the time and the origin of the present request. */
  void record(AuditEntry entry);
}
