package dev.switchboard.numbering.forwarding.web;

import dev.switchboard.numbering.forwarding.ForwardingCountries;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The countries that an account forwards calls to (F5). */
@RestController
@RequestMapping(path = "/api/v1/forwarding-countries", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Call forwarding")
class ForwardingCountriesController {
  private static final int MAX_COUNTRIES = 250;

  private final ForwardingCountries forwardingCountries;

  ForwardingCountriesController(ForwardingCountries forwardingCountries) {
    this.forwardingCountries = forwardingCountries;
  }

  /** PUT /forwarding-countries. */
  record CountriesRequest(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "ISO 3166-1, two capital letters each.",
              example = "[\"US\", \"CA\"]")
          @NotEmpty(message = "Please choose at least one country.")
          @Size(max = MAX_COUNTRIES, message = "There are not that many countries.")
          List<@NotNull(message = "Please choose a country.") String> countries) {}

  /** Where calls may go. */
  record CountriesResponse(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "The company's own country, allowed while nothing was chosen.",
              example = "US")
          String home,
      @Schema(requiredMode = RequiredMode.REQUIRED, example = "[\"CA\", \"US\"]")
          List<String> countries,
      @Schema(requiredMode = RequiredMode.REQUIRED, example = "2") long version) {}

  @Operation(
      operationId = "readForwardingCountries",
      summary = "Read the countries that calls may be forwarded to",
      description = "For admins.")
  @AdminOnly
  @GetMapping
  ResponseEntity<CountriesResponse> read(Caller caller) {
    return answer(forwardingCountries.read(caller));
  }

  @Operation(
      operationId = "chooseForwardingCountries",
      summary = "Choose the countries that calls may be forwarded to",
      description =
          "From now on; what is forwarded already goes on. Needs If-Match: 428 without, 412 when somebody else was"
              + " faster. For admins.")
  @AdminOnly
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CountriesResponse> choose(
      Caller caller,
      @Parameter(description = "The ETag that was read, or `*`.")
          @RequestHeader(name = IfMatch.HEADER, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody CountriesRequest request) {
    IfMatch seen = IfMatch.required(ifMatch);
    return answer(forwardingCountries.choose(caller, request.countries(), seen::includes));
  }

  private static ResponseEntity<CountriesResponse> answer(ForwardingCountries.Allowed allowed) {
    return ResponseEntity.ok()
        .eTag(Long.toString(allowed.version()))
        .body(
            new CountriesResponse(
                allowed.home(), allowed.countries().stream().sorted().toList(), allowed.version()));
  }
}
