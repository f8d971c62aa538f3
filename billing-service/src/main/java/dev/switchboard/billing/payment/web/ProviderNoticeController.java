package dev.switchboard.billing.payment.web;

import dev.switchboard.billing.payment.HearProvider;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the payment provider tells that there is news (E7). */
@RestController
@RequestMapping(
    path = "/api/v1/payment-provider/events",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Payments")
class ProviderNoticeController {
  private final HearProvider hearProvider;

  ProviderNoticeController(HearProvider hearProvider) {
    this.hearProvider = hearProvider;
  }

  @Operation(
      operationId = "hearPaymentProvider",
      summary = "Tell that there is news at the payment provider",
      description =
          "For the provider only: signed with the shared secret, at most five minutes old. 400 when it is not, 503 when"
              + " the provider can't be asked what the news is; it repeats the notice then.")
  @SecurityRequirements
  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void hear(
      @RequestBody String body,
      @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature) {
    ProviderAnswers.orUnavailable(() -> {
      hearProvider.hear(body, signature);
      return true;
    });
  }
}
