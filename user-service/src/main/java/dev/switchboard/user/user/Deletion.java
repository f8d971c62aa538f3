package dev.switchboard.user.user;

import dev.switchboard.user.plan.Plan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided when a user was deleted (D6).
 *
 * @param deletedAt when
 * @param restorableUntil until then it can be undone
 * @param stateBefore what the user becomes when it is undone
 * @param plan what he had, or null when he had no seat yet
 * @param messagesTo who gets the messages, or null for the company inbox
 * @param numbersTo who gets the direct numbers, or null for the pool of unassigned ones
 * @param keepSlot whether the plan slot stays with the account
 */
public record Deletion(
    Instant deletedAt,
    Instant restorableUntil,
    UserState stateBefore,
    @Nullable Plan plan,
    @Nullable UserId messagesTo,
    @Nullable UserId numbersTo,
    boolean keepSlot) {}
