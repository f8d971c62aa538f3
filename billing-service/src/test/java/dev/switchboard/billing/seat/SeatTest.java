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
    Seat seat = Seat.occupy(user, slot.occupy(user), false, Actor.system(), NOW, 1).state();

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

  @Test
  @DisplayName(
      "D6 a deleted user's slot is open or removed as the admin says, however it was bought")
  void slotOfDeleted() {
    PlanSlot added = PlanSlot.added(Ids.next(), account, Plan.PRO, user);

    assertThat(added.keep().state()).isEqualTo(PlanSlot.State.OPEN);
    PlanSlot removed = slot.occupy(user).remove();
    assertThat(removed.state()).isEqualTo(PlanSlot.State.REMOVED);
    assertThat(removed.revive(user).userId()).isEqualTo(user);
    assertThatThrownBy(() -> slot.revive(user)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(removed::remove).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("D6 a deleted user's seat ends with the deletion, but never before it began")
  void deleted() {
    Seat seat = Seat.occupy(user, slot.occupy(user), false, Actor.system(), NOW, 1).state();

    Change<Seat> change = seat.vacateDeleted(Actor.system(), NOW.plusSeconds(60), true, 2);

    assertThat(change.state().state()).isEqualTo(Seat.State.VACATED);
    assertThat(change.state().reason()).isEqualTo("DELETED");
    assertThat(change.state().slotId()).isEqualTo(slot.slotId());
    assertThat(change.state().slotRemoved()).isTrue();
    assertThat(change.state().since()).isEqualTo(NOW.plusSeconds(60));
    assertThat(change.event().changed()).containsExactly("state", "reason");
    assertThat(seat.vacateDeleted(Actor.system(), NOW.minusSeconds(60), true, 2).state().since())
        .isEqualTo(NOW);
  }

  @Test
  @DisplayName("D6 a restored user's seat is the same one or another, and tells what has changed")
  void again() {
    Seat vacated =
        Seat.occupy(user, slot.occupy(user), false, Actor.system(), NOW, 1)
            .state()
            .vacateDeleted(Actor.system(), NOW, true, 2)
            .state();
    PlanSlot other = PlanSlot.added(Ids.next(), account, Plan.PRO, user);

    Change<Seat> same = vacated.occupyAgain(slot.occupy(user), false, Actor.system(), NOW, 3);
    Change<Seat> another = vacated.occupyAgain(other, false, Actor.system(), NOW, 3);
    Change<Seat> none = vacated.refuseAgain(Plan.PLUS, Refusal.NO_CONSENT, NOW, 3);

    assertThat(same.state().version()).isEqualTo(3);
    assertThat(same.state().slotRemoved()).isFalse();
    assertThat(same.event().changed()).containsExactly("state", "reason");
    assertThat(another.event().changed())
        .containsExactly("state", "plan", "slotId", "origin", "reason");
    assertThat(none.state().slotId()).isNull();
    assertThat(none.event().changed()).containsExactly("state", "slotId", "origin", "reason");
    assertThatThrownBy(() -> same.state().occupyAgain(other, false, Actor.system(), NOW, 4))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("C2 a consent that nobody has used outlives the deletion, not a withdrawal")
  void spareConsent() {
    Seat seat = Seat.occupy(user, slot.occupy(user), true, Actor.system(), NOW, 1).state();

    assertThat(seat.spareConsent()).isTrue();
    assertThat(seat.vacateDeleted(Actor.system(), NOW, true, 2).state().spareConsent()).isTrue();
    assertThat(seat.vacate(Actor.system(), NOW, 2).state().spareConsent()).isFalse();
  }

  @Test
  @DisplayName("A seat of which nothing was ever told begins with version 1 and all that was set")
  void firstToldOf() {
    Seat never = Seat.neverGiven(account, user, Plan.PLUS, Seat.Leaving.DELETED, NOW, 2);

    Change<Seat> change = never.occupyAgain(slot.occupy(user), false, Actor.system(), NOW, 3);

    assertThat(change.state().version()).isEqualTo(1);
    assertThat(change.event().changed()).containsExactly("state", "plan", "slotId", "origin");
  }
}
