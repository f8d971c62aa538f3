package dev.switchboard.billing.seat;

import dev.switchboard.billing.account.BillingAccount.Standing;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.billing.slot.PlanSlotRepository;
import dev.switchboard.billing.timeline.Timeline;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * C2, C5: which slot a user gets: the wanted one, else the one that his deletion had removed (D6),
 * else another open one of the plan, else a new one when the charge was accepted, else none.
 */
@Component
class ChooseSlot {
  private final PlanSlotRepository slots;
  private final SeatRepository seats;
  private final Timeline timeline;

  ChooseSlot(PlanSlotRepository slots, SeatRepository seats, Timeline timeline) {
    this.slots = slots;
    this.seats = seats;
    this.timeline = timeline;
  }

  /** Under the lock of the account's row. */
  void choose(Settlement settlement, SeatRequest request) {
    Standing standing = settlement.account().standing();
    if (standing == Standing.CLOSED) {
      refuse(settlement, request, Refusal.ACCOUNT_CLOSED);
      return;
    }
    Optional<PlanSlot> wanted = settlement.open().wanted(request.plan(), request.claimed());
    if (wanted.isPresent()) {
      fill(settlement, request, wanted.get(), false);
      return;
    }
    Optional<PlanSlot> removed = removedSlot(request);
    if (removed.isPresent()) {
      revive(settlement, request, removed.get());
      return;
    }
    boolean lentConsent = standing == Standing.ACTIVE && mayUseConsentOfAnother(request);
    Optional<PlanSlot> other =
        lentConsent ? Optional.empty() : settlement.open().oldest(request.plan());
    if (other.isPresent()) {
      fill(settlement, request, other.get(), request.acceptsCharges());
    } else if (!request.acceptsCharges() && !lentConsent) {
      refuse(settlement, request, Refusal.NO_CONSENT);
    } else if (standing == Standing.PAST_DUE) {
      refuse(settlement, request, Refusal.ACCOUNT_PAST_DUE);
    } else {
      buy(settlement, request);
    }
  }

  private Optional<PlanSlot> removedSlot(SeatRequest request) {
    return Optional.ofNullable(request.removedSlot())
        .flatMap(slotId -> slots.findByAccountIdAndSlotId(request.accountId(), slotId))
        .filter(slot -> slot.state() == PlanSlot.State.REMOVED);
  }

  /**
   * user-service answered 2xx because this user had claimed a slot at no cost. If somebody overtook
   * him and took it although a charge for a slot of his own was accepted, that charge pays for this
   * user, even when the other has been deleted since: nobody is turned out, and the sum is the one
   * that was agreed to (ADR 6).
   */
  private boolean mayUseConsentOfAnother(SeatRequest request) {
    UUID claimed = request.claimed();
    return claimed != null
        && !request.acceptsCharges()
        && (request.before() != null || seats.find(request.accountId(), request.userId()).isEmpty())
        && seats.useSpareConsent(request.accountId(), claimed);
  }

  private void fill(
      Settlement settlement, SeatRequest request, PlanSlot open, boolean spareConsent) {
    PlanSlot occupied = open.occupy(request.userId());
    if (store(settlement, request, request.occupy(occupied, spareConsent))) {
      slots.save(occupied);
      settlement.taken(occupied);
    }
  }

  private void buy(Settlement settlement, SeatRequest request) {
    PlanSlot bought =
        PlanSlot.added(Ids.next(), request.accountId(), request.plan(), request.userId());
    if (store(settlement, request, request.occupy(bought, false))) {
      slots.save(bought);
      begin(bought, request.now());
    }
  }

  /**
   * An undo is no purchase: it needs neither standing nor consent, and is paid from the moment of
   * the undo.
   */
  private void revive(Settlement settlement, SeatRequest request, PlanSlot removed) {
    PlanSlot revived = removed.revive(request.userId());
    if (store(settlement, request, request.revive(revived))) {
      slots.save(revived);
      begin(revived, request.revivedFrom());
    }
  }

  private void refuse(Settlement settlement, SeatRequest request, Refusal why) {
    store(settlement, request, request.refuse(why));
  }

  /** False, and nothing is told, for a first request of somebody who has or had a seat. */
  private boolean store(Settlement settlement, SeatRequest request, Change<Seat> seat) {
    if (request.before() != null) {
      seats.update(seat.state());
    } else if (!seats.insert(seat.state())) {
      return false;
    }
    settlement.tell(seat);
    return true;
  }

  private void begin(PlanSlot slot, Instant from) {
    timeline.begin(
        slot.accountId(),
        List.of(new Timeline.Priced(slot.slotId(), slot.plan(), slot.origin().name())),
        from);
  }
}
