package dev.switchboard.numbering.number.web;

import dev.switchboard.numbering.carrier.AvailableNumber;
import dev.switchboard.numbering.carrier.NumberSearch;
import dev.switchboard.numbering.number.FindAvailableNumbers;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The numbers that can be had (A1, F1). */
@RestController
@RequestMapping("/api/v1/phone-numbers")
@Tag(name = "Phone numbers")
class AvailableNumberController {
  private final FindAvailableNumbers findAvailableNumbers;
  private final Money monthlyPrice;

  AvailableNumberController(
      FindAvailableNumbers findAvailableNumbers,
      @Value("${switchboard.number-price.amount-cents}") long amountCents,
      @Value("${switchboard.number-price.currency}") String currency) {
    this.findAvailableNumbers = findAvailableNumbers;
    this.monthlyPrice = new Money(amountCents, currency);
  }

  /**
   * An amount of money.
   *
   * @param amountCents in cents (hundredths) of the currency
   * @param currency ISO 4217
   */
  record Money(long amountCents, String currency) {}

  /**
   * A number that can be had.
   *
   * @param number E.164
   * @param monthlyPrice of an additional number; the company main number costs nothing (E2)
   */
  record Item(String number, String locality, String region, Money monthlyPrice) {}

  /** One page. */
  record Items(List<Item> items, long total, @Nullable String next) {}

  @Operation(
      summary = "Search available numbers",
      description =
          "Numbers that no account has, by country (US, CA), area code and digits they contain.")
  @SecurityRequirements
  @GetMapping("/available")
  Items available(
      @RequestParam(defaultValue = "US") String country,
      @RequestParam(required = false)
          @Pattern(regexp = "[2-9][0-9]{2}", message = "Three digits, the first not 0 or 1.")
          @Nullable String areaCode,
      @RequestParam(required = false)
          @Pattern(regexp = "[0-9]{1,10}", message = "One to ten digits.")
          @Nullable String contains,
      @RequestParam(defaultValue = "50")
          @Min(value = 1, message = "At least 1.")
          @Max(value = 200, message = "At most 200.")
          int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    String code = country.toUpperCase(Locale.ROOT);
    if (!findAvailableNumbers.countries().contains(code)) {
      throw ProblemException.field(
          CommonError.INVALID, "/country", "There are no numbers in this country.");
    }
    Page<AvailableNumber> page =
        findAvailableNumbers.find(new NumberSearch(code, areaCode, contains), limit, cursor);
    return new Items(
        page.items().stream()
            .map(number ->
                new Item(number.number(), number.locality(), number.region(), monthlyPrice))
            .toList(),
        page.total(),
        page.next());
  }
}
