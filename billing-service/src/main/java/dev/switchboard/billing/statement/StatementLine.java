package dev.switchboard.billing.statement;

import dev.switchboard.billing.pricelist.Plan;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a statement (E5).
 *
 * @param plan of item PLAN
 * @param unitPriceCents for a whole month
 * @param from its first day
 * @param to its last day
 * @param days how many of the period's days it is for
 * @param periodDays how many days the period has
 * @param amountCents negative for a credit; rounded half up, once
 * @param userId whom it is about, when it is about one
 * @param number of item NUMBER, when it is about one
 */
public record StatementLine(
    Kind kind,
    Item item,
    @Nullable Plan plan,
    int quantity,
    long unitPriceCents,
    LocalDate from,
    LocalDate to,
    int days,
    int periodDays,
    long amountCents,
    @Nullable UUID userId,
    @Nullable String number) {

  /** Why it is there, in the order of a statement. */
  public enum Kind {
    /** In advance, for the whole period. */
    RECURRING,
    /** Paid in advance for the period before, and not had. */
    CREDIT,
    /** Had in the period before, and not paid in advance. */
    CHARGE
  }

  /** What it is for. */
  public enum Item {
    PLAN,
    NUMBER
  }
}
