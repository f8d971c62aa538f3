package dev.switchboard.billing.payment.web;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.payment.ReadStanding;
import dev.switchboard.billing.preview.web.MoneyResponse;
import dev.switchboard.billing.provider.PaymentProvider.Card;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the account pays, and with which card (E7). */
@RestController
@RequestMapping(path = "/api/v1/billing-account", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Payments")
class BillingAccountController {
  private final ReadStanding readStanding;

  BillingAccountController(ReadStanding readStanding) {
    this.readStanding = readStanding;
  }

  /** A card as the provider keeps it. */
  @Schema(name = "Card")
  record CardResponse(
      @Schema(requiredMode = RequiredMode.REQUIRED, description = "Lower case.", example = "visa")
          String brand,
      @Schema(requiredMode = RequiredMode.REQUIRED, example = "4242") String lastFour,
      @Schema(requiredMode = RequiredMode.REQUIRED, description = "1 to 12.") int expiryMonth,
      @Schema(requiredMode = RequiredMode.REQUIRED, example = "2030") int expiryYear) {

    static CardResponse of(Card card) {
      return new CardResponse(card.brand(), card.lastFour(), card.expiryMonth(), card.expiryYear());
    }
  }

  /** How the account stands. */
  record BillingAccountResponse(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "PAST_DUE: no new slots or numbers until the statement is paid.")
          BillingAccount.Standing standing,
      @Schema(description = "Missing before a card was entered.") @Nullable CardResponse card,
      @Schema(requiredMode = RequiredMode.REQUIRED, description = "Of all statements.")
          MoneyResponse unpaid,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "Left by statements with more credits than charges.")
          MoneyResponse credit) {}

  @Operation(
      operationId = "readBillingAccount",
      summary = "Read standing and card",
      description = "404 for an account that is still being set up. For admins.")
  @AdminOnly
  @GetMapping
  BillingAccountResponse read(Caller caller) {
    ReadStanding.View view = readStanding.read(caller);
    return new BillingAccountResponse(
        view.standing(),
        view.method() == null ? null : CardResponse.of(view.method().card()),
        new MoneyResponse(view.unpaidCents(), view.currency()),
        new MoneyResponse(view.creditCents(), view.currency()));
  }
}
