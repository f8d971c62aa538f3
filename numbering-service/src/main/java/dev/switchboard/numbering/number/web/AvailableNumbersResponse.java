package dev.switchboard.numbering.number.web;

import dev.switchboard.numbering.carrier.AvailableNumber;
import dev.switchboard.numbering.price.Money;
import dev.switchboard.platform.paging.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of numbers that can be had. */
record AvailableNumbersResponse(
    @Schema(requiredMode = RequiredMode.REQUIRED) List<AvailableNumberResponse> items,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "How many match in all.",
            example = "100")
        long total,
    @Schema(description = "Cursor of the next page; null or missing on the last.")
        @Nullable String next,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "The countries in which there are numbers: ISO 3166-1, two letters.",
            example = "[\"CA\", \"US\"]")
        List<String> countries) {

  static AvailableNumbersResponse of(
      Page<AvailableNumber> page, Money monthlyPrice, List<String> countries) {
    return new AvailableNumbersResponse(
        page.items().stream()
            .map(each ->
                new AvailableNumberResponse(
                    each.number().value(), each.locality(), each.region(), monthlyPrice))
            .toList(),
        page.total(),
        page.next(),
        countries);
  }

  /** A number that can be had. */
  record AvailableNumberResponse(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "E.164.",
              example = "+12025550143")
          String number,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "City of the area code.",
              example = "Washington")
          String locality,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "State or province, two letters.",
              example = "DC")
          String region,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description =
                  "Price of an additional number; the company main number costs nothing (E2).")
          Money monthlyPrice) {}
}
