package dev.switchboard.billing.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpenSlotsTest {
  private final UUID account = Ids.next();
  private final PlanSlot first = open(Plan.BASIC);
  private final PlanSlot second = open(Plan.BASIC);
  private final PlanSlot pro = open(Plan.PRO);
  private final OpenSlots slots = new OpenSlots(List.of(first, second, pro));

  @Test
  @DisplayName("C2 the wanted slot counts only when it is open and of the plan")
  void wanted() {
    assertThat(slots.wanted(Plan.BASIC, second.slotId())).contains(second);
    assertThat(slots.wanted(Plan.PRO, second.slotId())).isEmpty();
    assertThat(slots.wanted(Plan.BASIC, Ids.next())).isEmpty();
    assertThat(slots.wanted(Plan.BASIC, null)).isEmpty();
  }

  @Test
  @DisplayName("C1 otherwise the oldest open slot of the plan is used")
  void oldest() {
    assertThat(slots.oldest(Plan.BASIC)).contains(first);
    assertThat(slots.without(first).oldest(Plan.BASIC)).contains(second);
    assertThat(slots.oldest(Plan.PLUS)).isEmpty();
  }

  @Test
  @DisplayName("A slot that is taken is gone from the list, one that is open again is back")
  void takenAndBack() {
    OpenSlots without = slots.without(pro);

    assertThat(without.oldest(Plan.PRO)).isEmpty();
    assertThat(without.with(pro).oldest(Plan.PRO)).contains(pro);
    assertThat(slots.slots()).containsExactly(first, second, pro);
  }

  private PlanSlot open(Plan plan) {
    return PlanSlot.ofSignUp(Ids.next(), account, plan);
  }
}
