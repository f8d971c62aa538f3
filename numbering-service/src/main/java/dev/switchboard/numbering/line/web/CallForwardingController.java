package dev.switchboard.numbering.line.web;

import dev.switchboard.numbering.line.ForwardCalls;
import dev.switchboard.numbering.line.Line;
import dev.switchboard.numbering.line.ReadLine;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where calls to a user are forwarded to (D2, F5, G2). */
@RestController
@RequestMapping(
    path = "/api/v1/users/{id}/call-forwarding",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Call forwarding")
class CallForwardingController {
  private final ReadLine readLine;
  private final ForwardCalls forwardCalls;

  CallForwardingController(ReadLine readLine, ForwardCalls forwardCalls) {
    this.readLine = readLine;
    this.forwardCalls = forwardCalls;
  }

  /** PUT /users/{id}/call-forwarding. */
  record ForwardingRequest(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description =
                  "One number outside the company, in international form or as it is dialled at home.",
              example = "+12125550187")
          @NotNull(message = "Please fill this in.")
          @Size(max = 200, message = "Type one phone number.")
          String number) {}

  /** Where to. */
  record ForwardingResponse(
      @Schema(description = "E.164; null: calls are not forwarded.", example = "+12125550187")
          @Nullable String number,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description =
                  "Always true: who answers presses 1 to take the call, so that no voicemail takes it.")
          boolean screening,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "Version of the user's line.",
              example = "2")
          long version) {

    static ForwardingResponse of(Line line) {
      return new ForwardingResponse(
          line.forwardTo() == null ? null : String.valueOf(line.forwardTo()), true, line.version());
    }
  }

  @Operation(
      operationId = "readCallForwarding",
      summary = "Read where calls to a user are forwarded to",
      description = "For admins, and for the user himself.")
  @GetMapping
  ResponseEntity<ForwardingResponse> read(Caller caller, @PathVariable UUID id) {
    return LineAnswer.of(readLine.read(caller, id), null, ForwardingResponse::of);
  }

  @Operation(
      operationId = "forwardCalls",
      summary = "Forward calls to a user to a number outside the company",
      description =
          "All his phones go on ringing. Refused with a forwarding.… problem: emergency, premium and shared-cost numbers,"
              + " satellites, short codes, anything but one number, countries that the company does not forward to, its"
              + " own numbers, and loops. Needs If-Match: 428 without, 412 when somebody else was faster. For admins, and"
              + " for the user himself.")
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ForwardingResponse> forward(
      Caller caller,
      @PathVariable UUID id,
      @Parameter(description = "The ETag that was read, or `*`.")
          @RequestHeader(name = IfMatch.HEADER, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody ForwardingRequest request) {
    IfMatch seen = IfMatch.required(ifMatch);
    return answer(forwardCalls.forward(caller, id, request.number(), seen::includes));
  }

  @Operation(
      operationId = "stopForwarding",
      summary = "Forward calls to a user no longer",
      description = "For admins, and for the user himself.")
  @DeleteMapping
  ResponseEntity<ForwardingResponse> stop(Caller caller, @PathVariable UUID id) {
    return answer(forwardCalls.stop(caller, id));
  }

  private static ResponseEntity<ForwardingResponse> answer(ForwardCalls.Outcome outcome) {
    return LineAnswer.of(outcome.line(), outcome.eventId(), ForwardingResponse::of);
  }
}
