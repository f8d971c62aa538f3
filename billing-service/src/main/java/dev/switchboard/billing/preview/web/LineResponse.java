package dev.switchboard.billing.preview.web;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.statement.StatementLine;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a statement (E5). */
public record LineResponse(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description =
                "RECURRING: in advance for the period; CREDIT and CHARGE: what changed in the period before.")
        StatementLine.Kind kind,
    @Schema(requiredMode = RequiredMode.REQUIRED) StatementLine.Item item,
    @Schema(description = "Of item PLAN.") @Nullable Plan plan,
    @Schema(requiredMode = RequiredMode.REQUIRED, example = "3") int quantity,
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "For a whole month.")
        MoneyResponse unitPrice,
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "Its first day.") LocalDate from,
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "Its last day.") LocalDate to,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "For how many of the period's days.",
            example = "21")
        int days,
    @Schema(requiredMode = RequiredMode.REQUIRED, example = "31") int periodDays,
    @Schema(requiredMode = RequiredMode.REQUIRED) MoneyResponse amount,
    @Schema(description = "Whom it is about.") @Nullable UUID userId,
    @Schema(description = "Of item NUMBER: which one, E.164.") @Nullable String number) {

  /** As it is answered. */
  public static LineResponse of(StatementLine line, String currency) {
    return new LineResponse(
        line.kind(),
        line.item(),
        line.plan(),
        line.quantity(),
        new MoneyResponse(line.unitPriceCents(), currency),
        line.from(),
        line.to(),
        line.days(),
        line.periodDays(),
        new MoneyResponse(line.amountCents(), currency),
        line.userId(),
        line.number());
  }
}
