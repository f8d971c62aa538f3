package dev.switchboard.numbering.line;

import dev.switchboard.numbering.number.NumberError;
import dev.switchboard.numbering.number.NumberPool;
import dev.switchboard.numbering.number.PhoneNumber;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * B7, B8, F1: an admin gives an unused number to a user or to the company, or makes one unused. The
 * user's line is locked before the number, as everywhere.
 */
@Component
public class AssignNumber {
  private final Lines lines;
  private final NumberPool pool;
  private final ForwardingLimits limits;
  private final AuditTrail auditTrail;

  AssignNumber(Lines lines, NumberPool pool, ForwardingLimits limits, AuditTrail auditTrail) {
    this.lines = lines;
    this.pool = pool;
    this.limits = limits;
    this.auditTrail = auditTrail;
  }

  /**
   * What has come of it.
   *
   * @param eventId of the event that the list of users hears of, else of the number's, or null when
   *     it was so already
   */
  public record Outcome(PhoneNumber number, @Nullable UUID eventId) {}

  /**
   * Gives an unused number to a user.
   *
   * @param seen whether the caller has seen this version of the number
   * @throws ProblemException {@code number.user-unknown}; {@code resource.not-found}; {@code
   *     version.mismatch}; {@code number.in-use}; {@code forwarding.loop}
   */
  @Transactional
  public Outcome toUser(Caller caller, E164 number, UUID userId, LongPredicate seen) {
    AccountId accountId = new AccountId(caller.accountId());
    UserId user = new UserId(userId);
    Line line =
        lines
            .lock(accountId, user)
            .filter(Line::isOpen)
            .orElseThrow(() ->
                ProblemException.field(
                    NumberError.USER_UNKNOWN, "/userId", "There is no such user."));
    PhoneNumber locked = lock(accountId, number, seen);
    if (user.equals(locked.userId())) {
      return new Outcome(locked, null);
    }
    requireUnused(locked);
    limits.requireNoLoop(line, number);
    NumberPool.Stored stored = pool.assign(locked, user, caller.actor());
    UUID eventId = lines.update(line.add(List.of(number), caller.actor()));
    log(caller, "number.assigned", number, user);
    return new Outcome(stored.number(), eventId);
  }

  /**
   * Makes an unused number the company main number.
   *
   * @throws ProblemException {@code resource.not-found}; {@code version.mismatch}; {@code
   *     number.in-use}; {@code number.main-exists}
   */
  @Transactional
  public Outcome toCompany(Caller caller, E164 number, LongPredicate seen) {
    PhoneNumber locked = lock(new AccountId(caller.accountId()), number, seen);
    if (locked.use() == PhoneNumber.Use.COMPANY_MAIN) {
      return new Outcome(locked, null);
    }
    requireUnused(locked);
    try {
      NumberPool.Stored stored = pool.assignToCompany(locked, caller.actor());
      log(caller, "number.assigned", number, null);
      return new Outcome(stored.number(), stored.eventId());
    } catch (DuplicateKeyException e) {
      throw new ProblemException(
          NumberError.MAIN_EXISTS, "Unassign the present main number from the company first.", e);
    }
  }

  /**
   * Makes a number unused; nothing happens when it is.
   *
   * @throws ProblemException {@code resource.not-found}; {@code version.mismatch}; {@code
   *     number.held}
   */
  @Transactional
  public Outcome toNobody(Caller caller, E164 number, LongPredicate seen) {
    AccountId accountId = new AccountId(caller.accountId());
    UserId holder = pool.find(accountId, number).orElseThrow(AssignNumber::unknown).userId();
    Line line = holder == null ? null : lines.lock(accountId, holder).orElseThrow();
    PhoneNumber locked = lock(accountId, number, seen);
    if (locked.use() == null) {
      return new Outcome(locked, null);
    }
    if (line == null ? locked.userId() != null : !line.userId().equals(locked.userId())) {
      throw new ProblemException(
          CommonError.VERSION_MISMATCH, "Somebody else has changed it since you read it.");
    }
    if (line != null && !line.isOpen()) {
      throw new ProblemException(
          NumberError.HELD, "It is held until the deletion of its user can't be undone any more.");
    }
    NumberPool.Stored stored = pool.unassign(locked, caller.actor());
    UUID eventId =
        line == null ? stored.eventId() : lines.update(line.remove(number, caller.actor()));
    log(caller, "number.unassigned", number, holder);
    return new Outcome(stored.number(), eventId);
  }

  private PhoneNumber lock(AccountId accountId, E164 number, LongPredicate seen) {
    PhoneNumber locked = pool.lock(accountId, number).orElseThrow(AssignNumber::unknown);
    IfMatch.require(seen, locked.version());
    return locked;
  }

  private static void requireUnused(PhoneNumber number) {
    if (number.state() == PhoneNumber.State.QUARANTINED) {
      throw new ProblemException(
          NumberError.QUARANTINED, "It was released. Take it back first, or choose another one.");
    }
    if (number.state() != PhoneNumber.State.UNASSIGNED) {
      throw new ProblemException(
          NumberError.IN_USE,
          "Somebody has this number. Unassign it first, or choose another one.");
    }
  }

  private void log(Caller caller, String action, E164 number, @Nullable UserId user) {
    auditTrail.record(
        new AuditEntry(
            caller.accountId(),
            caller.actor(),
            action,
            user == null ? "ACCOUNT" : "USER",
            user == null ? caller.accountId().toString() : user.toString(),
            Map.of("number", number.value())));
  }

  /** A number of another account is unknown here (A6). */
  private static ProblemException unknown() {
    return new ProblemException(CommonError.NOT_FOUND, "The account has no such number.");
  }
}
