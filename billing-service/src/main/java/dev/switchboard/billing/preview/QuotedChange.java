package dev.switchboard.billing.preview;

import dev.switchboard.billing.pricelist.Plan;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One act whose price is asked for. */
public sealed interface QuotedChange {

  /** One more user on this plan; he takes an open slot while there is one (C1). */
  record AddUser(Plan plan) implements QuotedChange {}

  /** Another plan for a user (B6). */
  record ChangePlan(UUID userId, Plan plan) implements QuotedChange {}

  /** A new number, for a user or with null for the pool (B7). */
  record AddNumber(@Nullable UUID userId) implements QuotedChange {}

  /** A number of the account for a user, or with null for nobody (B7, B8). */
  record AssignNumber(String number, @Nullable UUID userId) implements QuotedChange {}

  /** A number goes back to the carrier (F1). */
  record ReleaseNumber(String number) implements QuotedChange {}

  /**
   * A number that was released is the account's again, for the pool (F1). Whether it still can be
   * is numbering's to say.
   */
  record TakeBackNumber(String number) implements QuotedChange {}

  /** A user is deleted; his slot goes with him unless it is kept (D6). */
  record DeleteUser(UUID userId, boolean keepSlot) implements QuotedChange {}
}
