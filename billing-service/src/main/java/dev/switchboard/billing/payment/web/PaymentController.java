package dev.switchboard.billing.payment.web;

import dev.switchboard.billing.payment.PayNow;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pays a statement now (E7). */
@RestController
@RequestMapping(
    path = "/api/v1/statements/{id}/payments",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Payments")
class PaymentController {
  private final PayNow payNow;

  PaymentController(PayNow payNow) {
    this.payNow = payNow;
  }

  /** What has come of it. */
  record PayingResponse(
      @Schema(requiredMode = RequiredMode.REQUIRED) PaymentResponse payment,
      @Schema(
              description =
                  "Where the browser has to go, for the bank to confirm it; missing when nowhere.")
          @Nullable URI confirmationUrl) {}

  @Operation(
      operationId = "payStatement",
      summary = "Pay a statement now",
      description =
          "With the account's card. Repeating it does not pay twice; a paid statement is answered as paid."
              + " 402 payment.declined with the reason, 404, 409 payment.no-card or payment.in-progress, 503 when the"
              + " provider gives no answer. For admins.")
  @AdminOnly
  @PostMapping
  PayingResponse pay(Caller caller, @PathVariable UUID id) {
    PayNow.Paying paying = payNow.pay(caller, id);
    return new PayingResponse(PaymentResponse.of(paying.payment()), paying.page());
  }
}
