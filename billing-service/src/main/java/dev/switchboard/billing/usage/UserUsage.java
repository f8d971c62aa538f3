package dev.switchboard.billing.usage;

import dev.switchboard.billing.pricelist.Plan;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much a user has called in a month.
 *
 * @param plan that he has now; null when he has no seat any more
 * @param minutes whole minutes of the month's total, rounded down
 * @param includedMinutes of that plan, a month; null when unlimited
 * @param calls how many
 */
public record UserUsage(
    UUID userId,
    @Nullable Plan plan,
    long minutes,
    @Nullable Integer includedMinutes,
    long calls,
    @Nullable Advice advice) {}
