package dev.switchboard.billing.preview.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * An amount of money.
 *
 * @param amountCents in cents (hundredths) of the currency; negative for a credit
 * @param currency ISO 4217
 */
@Schema(name = "Money")
public record MoneyResponse(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "In cents (hundredths) of the currency; negative for a credit.",
            example = "499")
        long amountCents,
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "ISO 4217.", example = "USD")
        String currency) {}
