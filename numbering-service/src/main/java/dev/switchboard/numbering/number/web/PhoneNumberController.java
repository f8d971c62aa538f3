package dev.switchboard.numbering.number.web;

import dev.switchboard.numbering.number.ListNumbers;
import dev.switchboard.numbering.number.NumberFilter;
import dev.switchboard.numbering.number.PhoneNumber;
import dev.switchboard.numbering.number.ReleaseNumber;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The numbers of an account (F1). */
@RestController
@RequestMapping(path = "/api/v1/phone-numbers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Phone numbers")
class PhoneNumberController {
  private static final int MAX_LIMIT = 200;

  private final ListNumbers listNumbers;
  private final ReleaseNumber releaseNumber;

  PhoneNumberController(ListNumbers listNumbers, ReleaseNumber releaseNumber) {
    this.listNumbers = listNumbers;
    this.releaseNumber = releaseNumber;
  }

  /** POST /phone-numbers/{number}/restore. */
  record TakeBackRequest(
      @Schema(description = "Whether you agree to what it costs from now on.")
          @Nullable Boolean acceptCharges) {}

  /** One page of the account's numbers. */
  record PhoneNumbersResponse(
      @Schema(requiredMode = RequiredMode.REQUIRED) List<PhoneNumberResponse> items,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "How many match in all.",
              example = "12")
          long total,
      @Schema(description = "Cursor of the next page; null or missing on the last.")
          @Nullable String next) {}

  @Operation(
      operationId = "listPhoneNumbers",
      summary = "List the account's numbers",
      description = "The lowest number first. For admins.")
  @AdminOnly
  @GetMapping
  PhoneNumbersResponse list(
      Caller caller,
      @RequestParam(required = false) PhoneNumber.@Nullable Use use,
      @RequestParam(required = false) PhoneNumber.@Nullable State state,
      @Parameter(description = "Digits that occur in the number, country code included.")
          @RequestParam(required = false)
          @Pattern(regexp = "[0-9]{1,15}", message = "One to fifteen digits.")
          @Nullable String contains,
      @RequestParam(defaultValue = "50")
          @Min(value = 1, message = "At least 1.")
          @Max(value = MAX_LIMIT, message = "At most 200.")
          int limit,
      @Parameter(description = "The next of the page before, with the same other parameters.")
          @RequestParam(required = false)
          @Nullable String cursor) {
    Page<PhoneNumber> page =
        listNumbers.list(caller, new NumberFilter(use, state, contains), limit, cursor);
    return new PhoneNumbersResponse(
        page.items().stream().map(PhoneNumberResponse::of).toList(), page.total(), page.next());
  }

  @Operation(
      operationId = "releasePhoneNumber",
      summary = "Release an unused number",
      description =
          "It costs nothing from now on, and can be taken back until keptUntil. 409 number.in-use when somebody has it."
              + " Takes If-Match: 412 when somebody else was faster. For admins.")
  @AdminOnly
  @DeleteMapping("/{number}")
  ResponseEntity<PhoneNumberResponse> release(
      Caller caller,
      @PathVariable String number,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String ifMatch) {
    IfMatch seen = IfMatch.optional(ifMatch);
    return answer(releaseNumber.release(caller, NumberPath.parse(number), seen::includes));
  }

  @Operation(
      operationId = "takePhoneNumberBack",
      summary = "Take a released number back",
      description =
          "It is unused. 402 number.charge-not-accepted with the quote unless acceptCharges is true; 409"
              + " number.not-quarantined when it is in use, number.taken when it has gone, number.past-due while a statement is"
              + " unpaid. For admins.")
  @AdminOnly
  @PostMapping(value = "/{number}/restore", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<PhoneNumberResponse> takeBack(
      Caller caller, @PathVariable String number, @Valid @RequestBody TakeBackRequest request) {
    return answer(
        releaseNumber.takeBack(
            caller, NumberPath.parse(number), Boolean.TRUE.equals(request.acceptCharges())));
  }

  private static ResponseEntity<PhoneNumberResponse> answer(PhoneNumber number) {
    return ResponseEntity.ok()
        .eTag(Long.toString(number.version()))
        .body(PhoneNumberResponse.of(number));
  }
}
