package dev.switchboard.numbering.number.web;

import dev.switchboard.numbering.carrier.NumberSearch;
import dev.switchboard.numbering.number.FindAvailableNumbers;
import dev.switchboard.numbering.price.NumberPrices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The numbers that can be had (A1, F1); anybody may ask. */
@RestController
@RequestMapping("/api/v1/phone-numbers")
@Tag(name = "Phone numbers")
class AvailableNumberController {
  private static final int MAX_LIMIT = 200;

  private final FindAvailableNumbers findAvailableNumbers;
  private final NumberPrices prices;

  AvailableNumberController(FindAvailableNumbers findAvailableNumbers, NumberPrices prices) {
    this.findAvailableNumbers = findAvailableNumbers;
    this.prices = prices;
  }

  @Operation(
      operationId = "findAvailableNumbers",
      summary = "Search available numbers",
      description =
          "Numbers that no account has, mixed, in an order that stays. For everybody, without"
              + " sign-in.")
  @SecurityRequirements
  @ApiResponse(responseCode = "200", description = "One page")
  @ApiResponse(
      responseCode = "400",
      description = "request.malformed, cursor.invalid",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  @ApiResponse(
      responseCode = "422",
      description = "request.invalid: errors names the parameters",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  @ApiResponse(
      responseCode = "503",
      description =
          "service.unavailable: the carrier or the database does not answer, or prices are not known yet",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  @GetMapping(value = "/available", produces = MediaType.APPLICATION_JSON_VALUE)
  AvailableNumbersResponse available(
      @Parameter(description = "ISO 3166-1, two letters: US or CA.")
          @RequestParam(defaultValue = "US")
          String country,
      @Parameter(description = "Three digits, the first neither 0 nor 1.")
          @RequestParam(required = false)
          @Pattern(regexp = "[2-9][0-9]{2}", message = "Three digits, the first neither 0 nor 1.")
          @Nullable String areaCode,
      @Parameter(description = "One to seven digits that occur in the national number.")
          @RequestParam(required = false)
          @Pattern(regexp = "[0-9]{1,7}", message = "One to seven digits.")
          @Nullable String contains,
      @Parameter(description = "What the name of the city begins with.")
          @RequestParam(required = false)
          @Size(max = 60, message = "At most 60 characters.")
          @Nullable String city,
      @RequestParam(defaultValue = "50")
          @Min(value = 1, message = "At least 1.")
          @Max(value = MAX_LIMIT, message = "At most 200.")
          int limit,
      @Parameter(description = "The next of the page before, with the same other parameters.")
          @RequestParam(required = false)
          @Nullable String cursor) {
    NumberSearch search =
        new NumberSearch(
            country.toUpperCase(Locale.ROOT),
            areaCode,
            contains,
            city == null || city.isBlank() ? null : city.strip());
    return AvailableNumbersResponse.of(
        findAvailableNumbers.find(search, limit, cursor),
        prices.today().additional(),
        findAvailableNumbers.countries());
  }
}
