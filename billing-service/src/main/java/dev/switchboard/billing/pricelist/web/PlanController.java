package dev.switchboard.billing.pricelist.web;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.pricelist.PriceList;
import dev.switchboard.billing.pricelist.PriceLists;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The plans and what they cost (E1). */
@RestController
@RequestMapping("/api/v1/plans")
@Tag(name = "Plans")
class PlanController {
  private static final Duration MAX_AGE = Duration.ofMinutes(1);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final PriceLists priceLists;

  PlanController(PriceLists priceLists) {
    this.priceLists = priceLists;
  }

  /**
   * An amount of money.
   *
   * @param amountCents in cents (hundredths) of the currency
   * @param currency ISO 4217
   */
  record Money(long amountCents, String currency) {}

  /**
   * A plan.
   *
   * @param includedMinutes a month; null is unlimited
   * @param includedNumbers direct numbers at no further cost
   */
  record PlanResponse(
      Plan code,
      Money monthlyPrice,
      @Nullable Integer includedMinutes,
      int includedNumbers,
      List<String> features) {}

  /** All plans, the cheapest first. */
  record Plans(List<PlanResponse> items, long total, @Nullable String next) {}

  @Operation(summary = "List plans", description = "With the prices in force; the cheapest first.")
  @SecurityRequirements
  @GetMapping
  ResponseEntity<Plans> plans() {
    PriceList list =
        priceLists
            .inForce()
            .orElseThrow(() ->
                new ProblemException(CommonError.UNAVAILABLE, "No prices are in force yet.")
                    .retryAfter(RETRY_AFTER));
    List<PlanResponse> items =
        list.plans().stream().map(plan -> response(plan, list.currency())).toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(MAX_AGE).cachePublic())
        .eTag(list.currency() + "-" + list.version())
        .body(new Plans(items, items.size(), null));
  }

  private static PlanResponse response(PriceList.PlanPrice plan, String currency) {
    return new PlanResponse(
        plan.code(),
        new Money(plan.monthlyPriceCents(), currency),
        plan.includedMinutes(),
        plan.includedNumbers(),
        plan.features());
  }
}
