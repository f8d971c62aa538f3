package dev.switchboard.numbering.line.web;

import dev.switchboard.numbering.line.LeadNumber;
import dev.switchboard.numbering.number.Destination;
import dev.switchboard.numbering.number.PhoneNumber;
import dev.switchboard.numbering.number.web.NumberPath;
import dev.switchboard.numbering.number.web.PhoneNumberResponse;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens when somebody calls a number of the account (F2). */
@RestController
@RequestMapping(
    path = "/api/v1/phone-numbers/{number}/destination",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Phone numbers")
class NumberDestinationController {
  private final LeadNumber leadNumber;

  NumberDestinationController(LeadNumber leadNumber) {
    this.leadNumber = leadNumber;
  }

  /** PUT /phone-numbers/{number}/destination. */
  record DestinationRequest(
      @Schema(requiredMode = RequiredMode.REQUIRED) @NotNull(message = "Please choose one.")
          Destination.Type type,
      @Schema(description = "Of USER; of VOICEMAIL, where none means the company's box.")
          @Nullable UUID userId,
      @Schema(description = "Of FORWARD: one number outside the company.", example = "+12125550187")
          @Size(max = 200, message = "Type one phone number.")
          @Nullable String forwardTo) {

    @AssertTrue(message = "USER needs userId, FORWARD needs forwardTo, and others take neither.")
    @Schema(hidden = true)
    boolean isWhole() {
      return switch (type) {
        case null -> true;
        case USER -> userId != null && forwardTo == null;
        case VOICEMAIL -> forwardTo == null;
        case GREETING -> userId == null && forwardTo == null;
        case FORWARD -> userId == null && forwardTo != null;
      };
    }
  }

  @Operation(
      operationId = "leadPhoneNumber",
      summary = "Choose what happens when a number is called",
      description =
          "USER: his phones ring. VOICEMAIL: his box answers, or the company's. GREETING: the company's greeting"
              + " answers. FORWARD: the call goes to one number outside the company, whose taker presses 1; refused with a"
              + " forwarding.… problem as for users. A user's direct number leads to nobody else: 422 number.other-user."
              + " 409 number.not-used, number.held. Needs If-Match: 428 without, 412 when somebody else was faster. For"
              + " admins.")
  @AdminOnly
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<PhoneNumberResponse> lead(
      Caller caller,
      @PathVariable String number,
      @Parameter(description = "The version of the number as an ETag, or `*`.")
          @RequestHeader(name = IfMatch.HEADER, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody DestinationRequest request) {
    IfMatch seen = IfMatch.required(ifMatch);
    PhoneNumber led =
        leadNumber.lead(
            caller,
            NumberPath.parse(number),
            new LeadNumber.Command(request.type(), request.userId(), request.forwardTo()),
            seen::includes);
    return ResponseEntity.ok().eTag(Long.toString(led.version())).body(PhoneNumberResponse.of(led));
  }
}
