package dev.switchboard.numbering.line;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** D2, G2: calls to a user are also sent to one number outside the company, or no longer. */
@Component
public class ForwardCalls {
  private final Lines lines;
  private final ForwardingLimits limits;
  private final AuditTrail auditTrail;

  ForwardCalls(Lines lines, ForwardingLimits limits, AuditTrail auditTrail) {
    this.lines = lines;
    this.limits = limits;
    this.auditTrail = auditTrail;
  }

  /**
   * What has come of it.
   *
   * @param eventId of the event that tells of it, or null when it was so already
   */
  public record Outcome(Line line, @Nullable UUID eventId) {}

  /**
   * Forwards to this number from now on.
   *
   * @param typed as a person writes it
   * @param seen whether the caller has seen this version of the line
   * @throws ProblemException {@code auth.forbidden}; {@code resource.not-found}; {@code
   *     version.mismatch}; a {@code forwarding.…} problem
   */
  @Transactional
  public Outcome forward(Caller caller, UUID userId, String typed, LongPredicate seen) {
    Line line = lock(caller, userId);
    IfMatch.require(seen, line.version());
    return change(caller, line, limits.require(line.accountId(), line.userId(), typed));
  }

  /**
   * Forwards no longer; nothing happens when it did not.
   *
   * @throws ProblemException {@code auth.forbidden}; {@code resource.not-found}
   */
  @Transactional
  public Outcome stop(Caller caller, UUID userId) {
    return change(caller, lock(caller, userId), null);
  }

  /** The log tells that it changed and not where to: that is as personal as an address. */
  private Outcome change(Caller caller, Line line, @Nullable E164 target) {
    if (Objects.equals(line.forwardTo(), target)) {
      return new Outcome(line, null);
    }
    Change<Line> changed = line.forward(target, caller.actor());
    UUID eventId = lines.update(changed);
    auditTrail.record(
        AuditEntry.ofUser(
            caller.accountId(),
            caller.actor(),
            target == null ? "line.forwarding-stopped" : "line.forwarding-changed",
            line.userId().value()));
    return new Outcome(changed.state(), eventId);
  }

  private Line lock(Caller caller, UUID userId) {
    ReadLine.requireReach(caller, userId);
    return lines
        .lock(new AccountId(caller.accountId()), new UserId(userId))
        .filter(Line::isOpen)
        .orElseThrow(ReadLine::unknown);
  }
}
