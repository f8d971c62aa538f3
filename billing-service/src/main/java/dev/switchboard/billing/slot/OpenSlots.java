package dev.switchboard.billing.slot;

import dev.switchboard.billing.pricelist.Plan;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All open slots of an account, the oldest first. Pure. */
public record OpenSlots(List<PlanSlot> slots) {

  public OpenSlots {
    slots = List.copyOf(slots);
  }

  /** The wanted slot, when it is open and of this plan. */
  public Optional<PlanSlot> wanted(Plan plan, @Nullable UUID slotId) {
    return of(plan).filter(slot -> slot.slotId().equals(slotId)).findFirst();
  }

  /** The oldest open slot of the plan. */
  public Optional<PlanSlot> oldest(Plan plan) {
    return of(plan).findFirst();
  }

  /** The others, when this one is taken. */
  public OpenSlots without(PlanSlot taken) {
    return new OpenSlots(
        slots.stream().filter(slot -> !slot.slotId().equals(taken.slotId())).toList());
  }

  /** These and one that is open again. */
  public OpenSlots with(PlanSlot opened) {
    return new OpenSlots(Stream.concat(slots.stream(), Stream.of(opened)).toList());
  }

  private Stream<PlanSlot> of(Plan plan) {
    return slots.stream().filter(slot -> slot.plan() == plan);
  }
}
