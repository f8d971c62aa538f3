package dev.switchboard.numbering.line.web;

import dev.switchboard.numbering.line.AssignNumber;
import dev.switchboard.numbering.number.web.NumberPath;
import dev.switchboard.numbering.number.web.PhoneNumberResponse;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a number of the account is used for (B7, B8, F1). */
@RestController
@RequestMapping(
    path = "/api/v1/phone-numbers/{number}/assignment",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Phone numbers")
class NumberAssignmentController {
  private final AssignNumber assignNumber;

  NumberAssignmentController(AssignNumber assignNumber) {
    this.assignNumber = assignNumber;
  }

  /** PUT /phone-numbers/{number}/assignment. */
  record AssignmentRequest(
      @Schema(description = "Who is to have it.") @Nullable UUID userId,
      @Schema(description = "True: it is to be the company main number.")
          @Nullable Boolean company) {

    @AssertTrue(message = "Name either a user or the company.")
    @Schema(hidden = true)
    boolean isOneHolder() {
      return (userId == null) == Boolean.TRUE.equals(company) && !Boolean.FALSE.equals(company);
    }
  }

  @Operation(
      operationId = "assignPhoneNumber",
      summary = "Give an unused number to a user or to the company",
      description =
          "Either userId, or company: true. 409 number.in-use when somebody has it, number.main-exists when the company"
              + " has a main number; 422 number.user-unknown, also for one who was deleted. Needs If-Match: 428 without,"
              + " 412 when somebody else was faster. For admins.")
  @AdminOnly
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<PhoneNumberResponse> assign(
      Caller caller,
      @PathVariable String number,
      @Parameter(description = "The version of the number as an ETag, or `*`.")
          @RequestHeader(name = IfMatch.HEADER, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody AssignmentRequest request) {
    IfMatch seen = IfMatch.required(ifMatch);
    UUID userId = request.userId();
    return answer(
        userId == null
            ? assignNumber.toCompany(caller, NumberPath.parse(number), seen::includes)
            : assignNumber.toUser(caller, NumberPath.parse(number), userId, seen::includes));
  }

  @Operation(
      operationId = "unassignPhoneNumber",
      summary = "Make a number unused",
      description =
          "It stays with the account. 409 number.held when it is held for a deleted user. Takes If-Match: 412 when"
              + " somebody else was faster. For admins.")
  @AdminOnly
  @DeleteMapping
  ResponseEntity<PhoneNumberResponse> unassign(
      Caller caller,
      @PathVariable String number,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String ifMatch) {
    IfMatch seen = IfMatch.optional(ifMatch);
    return answer(assignNumber.toNobody(caller, NumberPath.parse(number), seen::includes));
  }

  private static ResponseEntity<PhoneNumberResponse> answer(AssignNumber.Outcome outcome) {
    return LineAnswer.of(
        outcome.number().version(), outcome.eventId(), PhoneNumberResponse.of(outcome.number()));
  }
}
