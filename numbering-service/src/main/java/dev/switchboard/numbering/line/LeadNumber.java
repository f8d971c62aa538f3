package dev.switchboard.numbering.line;

import dev.switchboard.numbering.number.Destination;
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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * F2: an admin decides what happens when somebody calls a number. A user's direct number rings at
 * him or goes to his own voicemail box; the company's main number may lead to any user.
 */
@Component
public class LeadNumber {
  private final Lines lines;
  private final NumberPool pool;
  private final ForwardingLimits limits;
  private final AuditTrail auditTrail;

  LeadNumber(Lines lines, NumberPool pool, ForwardingLimits limits, AuditTrail auditTrail) {
    this.lines = lines;
    this.pool = pool;
    this.limits = limits;
    this.auditTrail = auditTrail;
  }

  /**
   * What is wanted.
   *
   * @param userId of USER, and of VOICEMAIL, where null means the company's box
   * @param forwardTo of FORWARD, as a person writes it
   */
  public record Command(Destination.Type type, @Nullable UUID userId, @Nullable String forwardTo) {}

  /**
   * Leads calls there; nothing happens when they go there already.
   *
   * @param seen whether the caller has seen this version of the number
   * @throws ProblemException {@code resource.not-found}; {@code version.mismatch}; {@code
   *     number.not-used}; {@code number.held}; {@code number.user-unknown}; a {@code forwarding.…}
   *     problem
   */
  @Transactional
  public PhoneNumber lead(Caller caller, E164 number, Command command, LongPredicate seen) {
    AccountId accountId = new AccountId(caller.accountId());
    UserId wanted = command.userId() == null ? null : new UserId(command.userId());
    UserId holder = pool.find(accountId, number).orElseThrow(LeadNumber::unknown).userId();
    UserId locking = holder == null ? wanted : holder;
    Line line = locking == null ? null : lines.lock(accountId, locking).orElse(null);
    PhoneNumber locked = pool.lock(accountId, number).orElseThrow(LeadNumber::unknown);
    IfMatch.require(seen, locked.version());
    if (!Objects.equals(holder, locked.userId())) {
      throw new ProblemException(
          CommonError.VERSION_MISMATCH, "Somebody else has changed it since you read it.");
    }
    requireUsable(locked, line);
    requireReachable(locked, wanted, line);
    Destination destination = destination(locked, command, wanted, line);
    if (destination.equals(locked.destination())) {
      return locked;
    }
    PhoneNumber changed = pool.leadTo(locked, destination, caller.actor()).number();
    log(caller, changed, destination);
    return changed;
  }

  private static void requireUsable(PhoneNumber number, @Nullable Line line) {
    if (number.use() == null) {
      throw new ProblemException(
          NumberError.NOT_USED, "Assign it to a user or to the company first.");
    }
    if (number.userId() != null && (line == null || !line.isOpen())) {
      throw new ProblemException(
          NumberError.HELD, "It is held until the deletion of its user can't be undone any more.");
    }
  }

  private static void requireReachable(
      PhoneNumber number, @Nullable UserId wanted, @Nullable Line line) {
    UserId holder = number.userId();
    if (wanted != null && holder != null && !wanted.equals(holder)) {
      throw ProblemException.field(
          NumberError.OTHER_USER,
          "/userId",
          "This number is another user's. Unassign it first, then assign it.");
    }
    if (wanted != null && (line == null || !line.isOpen())) {
      throw ProblemException.field(NumberError.USER_UNKNOWN, "/userId", "There is no such user.");
    }
  }

  private Destination destination(
      PhoneNumber number, Command command, @Nullable UserId wanted, @Nullable Line line) {
    return switch (command.type()) {
      case GREETING -> Destination.greeting();
      case VOICEMAIL -> Destination.voicemail(wanted);
      case USER -> {
        limits.requireNoLoop(Objects.requireNonNull(line), number.number());
        yield Destination.user(Objects.requireNonNull(wanted));
      }
      case FORWARD ->
          Destination.forward(
              limits.require(
                  number.accountId(),
                  number.number(),
                  Objects.requireNonNull(command.forwardTo())));
    };
  }

  /** Where calls are forwarded to is as personal as an address: the log tells the kind only. */
  private void log(Caller caller, PhoneNumber number, Destination destination) {
    UserId user = destination.userId();
    auditTrail.record(
        new AuditEntry(
            caller.accountId(),
            caller.actor(),
            "number.destination-changed",
            user == null ? "ACCOUNT" : "USER",
            user == null ? caller.accountId().toString() : user.toString(),
            Map.of("number", number.number().value(), "to", destination.type().name())));
  }

  /** A number of another account is unknown here (A6). */
  private static ProblemException unknown() {
    return new ProblemException(CommonError.NOT_FOUND, "The account has no such number.");
  }
}
