package dev.switchboard.user.user;

import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.plan.SlotId;
import org.jspecify.annotations.Nullable;

/**
 * What billing is asked for when a user comes.
 *
 * @param slotId the open slot that was claimed, or null
 * @param acceptCharges whether billing may buy a slot when none is open (C2)
 */
public record SeatRequest(Plan plan, @Nullable SlotId slotId, boolean acceptCharges) {}
