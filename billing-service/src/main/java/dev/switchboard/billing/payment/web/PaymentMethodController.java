package dev.switchboard.billing.payment.web;

import dev.switchboard.billing.method.OpenCardPage;
import dev.switchboard.billing.payment.TakeCard;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The card that the account pays with (E7): it is entered at the provider's page, never here. */
@RestController
@RequestMapping(path = "/api/v1/payment-method/setups", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Payments")
class PaymentMethodController {
  private final OpenCardPage openCardPage;
  private final TakeCard takeCard;

  PaymentMethodController(OpenCardPage openCardPage, TakeCard takeCard) {
    this.openCardPage = openCardPage;
    this.takeCard = takeCard;
  }

  /** Where the card is entered. */
  record CardPageResponse(
      @Schema(requiredMode = RequiredMode.REQUIRED) UUID setupId,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description =
                  "The provider's page. Afterwards the browser comes back to /billing?card={setupId}.")
          URI url) {}

  /** Whether a card has come back. */
  record CardEnteredResponse(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "False: no card was entered at that page yet.")
          boolean entered) {}

  @Operation(
      operationId = "openCardPage",
      summary = "Open the page where a card is entered",
      description = "503 when the provider gives no answer. For admins.")
  @AdminOnly
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  CardPageResponse open(Caller caller) {
    OpenCardPage.Opened opened = ProviderAnswers.orUnavailable(() -> openCardPage.open(caller));
    return new CardPageResponse(opened.setupId(), opened.url());
  }

  @Operation(
      operationId = "takeCard",
      summary = "Take the card that was entered",
      description =
          "When the browser is back. What is unpaid is tried with it at once. Repeating it changes nothing. 404 for an"
              + " unknown id, 503 when the provider gives no answer. For admins.")
  @AdminOnly
  @PostMapping("/{setupId}/complete")
  CardEnteredResponse complete(Caller caller, @PathVariable UUID setupId) {
    return new CardEnteredResponse(
        ProviderAnswers.orUnavailable(() -> takeCard.back(caller, setupId)));
  }
}
