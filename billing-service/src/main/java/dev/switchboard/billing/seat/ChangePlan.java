package dev.switchboard.billing.seat;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.account.BillingAccounts;
import dev.switchboard.billing.preview.Quote;
import dev.switchboard.billing.preview.QuoteChanges;
import dev.switchboard.billing.preview.QuotedChange;
import dev.switchboard.billing.preview.web.QuoteResponse;
import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.billing.slot.PlanSlotRepository;
import dev.switchboard.billing.timeline.Timeline;
import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * B6: an admin gives a user another plan, at once. The slot that he occupies changes with him; what
 * costs more needs consent to the quote, which the bill will show.
 */
@Component
public class ChangePlan {
  private final BillingAccounts accounts;
  private final PlanSlotRepository slots;
  private final SeatRepository seats;
  private final Timeline timeline;
  private final QuoteChanges quoteChanges;
  private final Outbox outbox;
  private final AuditTrail auditTrail;
  private final Clock clock;

  ChangePlan(
      BillingAccounts accounts,
      PlanSlotRepository slots,
      SeatRepository seats,
      Timeline timeline,
      QuoteChanges quoteChanges,
      Outbox outbox,
      AuditTrail auditTrail,
      Clock clock) {
    this.accounts = accounts;
    this.slots = slots;
    this.seats = seats;
    this.timeline = timeline;
    this.quoteChanges = quoteChanges;
    this.outbox = outbox;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /**
   * What is wanted.
   *
   * @param acceptCharges whether the admin has agreed to the quote
   * @param seen whether he has seen this version of the seat
   */
  public record Command(UUID userId, Plan plan, boolean acceptCharges, LongPredicate seen) {}

  /**
   * What has come of it.
   *
   * @param eventId of the event that the list of users hears of, or null when it was so already
   */
  public record Outcome(Plan plan, long version, @Nullable UUID eventId) {}

  /** The user's plan. */
  @Transactional(readOnly = true)
  public Outcome read(Caller caller, UUID userId) {
    Seat seat = seat(caller, userId);
    return new Outcome(seat.plan(), seat.version(), null);
  }

  /**
   * Changes the plan, unless he has this one.
   *
   * @throws ProblemException {@code resource.not-found}; {@code version.mismatch}; {@code
   *     plan.charge-not-accepted} with the quote; {@code plan.past-due}
   */
  @Transactional
  public Outcome change(Caller caller, Command command) {
    BillingAccount account =
        accounts
            .lock(caller.accountId())
            .filter(found -> found.standing() != BillingAccount.Standing.CLOSED)
            .orElseThrow(ChangePlan::unknown);
    Seat seat = seat(caller, command.userId());
    IfMatch.require(command.seen(), seat.version());
    if (seat.plan() == command.plan()) {
      return new Outcome(seat.plan(), seat.version(), null);
    }
    requireConsent(account, command);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    PlanSlot slot =
        slots
            .findByAccountIdAndSlotId(
                seat.accountId(), Objects.requireNonNull(seat.slotId(), "slotId"))
            .orElseThrow();
    PlanSlot changed = slots.save(slot.changePlan(command.plan()));
    timeline.end(seat.accountId(), slot.slotId(), now);
    timeline.begin(
        seat.accountId(),
        List.of(new Timeline.Priced(changed.slotId(), changed.plan(), changed.origin().name())),
        now);
    Change<Seat> change = seat.changePlan(command.plan(), caller.actor(), now);
    seats.update(change.state());
    OutgoingEvent event = SeatPublisher.toEvent(change);
    UUID eventId = outbox.add(event);
    auditTrail.record(
        AuditEntry.ofUser(caller.accountId(), caller.actor(), "user.plan-changed", seat.userId())
            .with(Map.of("from", seat.plan().name(), "to", command.plan().name())));
    return new Outcome(command.plan(), change.state().version(), eventId);
  }

  private void requireConsent(BillingAccount account, Command command) {
    Quote quote =
        quoteChanges.quote(
            account.accountId(),
            List.of(new QuotedChange.ChangePlan(command.userId(), command.plan())));
    if (!quote.costsMore()) {
      return;
    }
    if (!command.acceptCharges()) {
      throw new ProblemException(
              PlanError.CHARGE_NOT_ACCEPTED, "Accept the charge to change to this plan.")
          .with("quote", QuoteResponse.of(quote));
    }
    if (account.standing() != BillingAccount.Standing.ACTIVE) {
      throw new ProblemException(
          PlanError.PAST_DUE, "Dearer plans can be chosen again when the statement is paid.");
    }
  }

  /** Who is of another account, or gone, is unknown here (A6). */
  private Seat seat(Caller caller, UUID userId) {
    Seat seat = seats.find(caller.accountId(), userId).orElseThrow(ChangePlan::unknown);
    return switch (seat.state()) {
      case OCCUPIED -> seat;
      case REFUSED, VACATED -> throw unknown();
    };
  }

  private static ProblemException unknown() {
    return new ProblemException(CommonError.NOT_FOUND, "There is no such user with a plan.");
  }
}
