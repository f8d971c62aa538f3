package dev.switchboard.billing.statement;

import dev.switchboard.billing.pricelist.Plan;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that happened to an account, for histories at random. */
sealed interface Act {
  Instant at();

  /** A slot with a user on a plan; the same user and slot again is an undone deletion. */
  record Join(UUID userId, UUID slotId, Plan plan, Instant at) implements Act {}

  /** Another plan. */
  record ChangePlan(UUID userId, Plan plan, Instant at) implements Act {}

  /** Deleted, with his slot. */
  record Delete(UUID userId, Instant at) implements Act {}

  /** A number is this user's, or with null nobody's. */
  record Give(String number, @Nullable UUID userId, Instant at) implements Act {}

  /** A number goes back. */
  record Release(String number, Instant at) implements Act {}
}
