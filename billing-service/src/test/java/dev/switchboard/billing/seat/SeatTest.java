package dev.switchboard.billing.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SeatTest {
  private static final Instant NOW = Instant.parse("2026-11-02T14:29:00Z");
  private final UUID account = Ids.next();
  private final UUID user = Ids.next();
  private final PlanSlot slot = PlanSlot.ofSignUp(Ids.next(), account, Plan.PLUS);

  @Test
  @DisplayName("A seat is the user's side of a slot: plan and origin are the slot's")
  void occupied() {
    Seat seat = Seat.occupy(user, slot.occupy(user), Actor.system(), NOW, 1).state();

    assertThat(seat.plan()).isEqualTo(Plan.PLUS);
    assertThat(seat.slotId()).isEqualTo(slot.slotId());
    assertThat(seat.origin()).isEqualTo(PlanSlot.Origin.SIGN_UP);
    assertThat(seat.state()).isEqualTo(Seat.State.OCCUPIED);
  }

  @Test
  @DisplayName("A refused seat has a reason and no slot, and can't be vacated")
  void refused() {
    Seat seat = Seat.refuse(account, user, Plan.PRO, Refusal.NO_CONSENT, NOW, 1).state();

    assertThat(seat.reason()).isEqualTo("NO_CONSENT");
    assertThat(seat.slotId()).isNull();
    assertThatThrownBy(() -> seat.vacate(Actor.system(), NOW, 2))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName(
      "A slot has one user at a time; vacated it is open again, or removed when it was bought for him")
  void slotStates() {
    PlanSlot occupied = slot.occupy(user);

    assertThatThrownBy(() -> occupied.occupy(Ids.next())).isInstanceOf(IllegalStateException.class);
    assertThat(occupied.vacate().state()).isEqualTo(PlanSlot.State.OPEN);
    assertThat(occupied.vacate().userId()).isNull();
    assertThatThrownBy(slot::vacate).isInstanceOf(IllegalStateException.class);
    assertThat(PlanSlot.added(Ids.next(), account, Plan.PRO, user).vacate().state())
        .isEqualTo(PlanSlot.State.REMOVED);
  }
}
