package dev.switchboard.numbering.price;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * An amount of money.
 *
 * @param amountCents in cents (hundredths) of the currency
 * @param currency ISO 4217
 */
public record Money(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "In cents (hundredths) of the currency.",
            example = "499")
        long amountCents,
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "ISO 4217.", example = "USD")
        String currency) {}
