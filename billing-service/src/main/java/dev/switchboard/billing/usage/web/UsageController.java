package dev.switchboard.billing.usage.web;

import dev.switchboard.billing.preview.web.MoneyResponse;
import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.usage.Advice;
import dev.switchboard.billing.usage.MonthUsage;
import dev.switchboard.billing.usage.ReadUsage;
import dev.switchboard.billing.usage.UserUsage;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Call minutes, and the plans that would serve better (E9). */
@RestController
@RequestMapping(path = "/api/v1/usage", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Usage")
class UsageController {
  private static final int MAX_LIMIT = 200;

  private final ReadUsage readUsage;

  UsageController(ReadUsage readUsage) {
    this.readUsage = readUsage;
  }

  /** A plan that would serve a user better. */
  record AdviceResponse(
      @Schema(requiredMode = RequiredMode.REQUIRED) Plan plan,
      @Schema(requiredMode = RequiredMode.REQUIRED) Advice.Reason reason,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "Of the last complete months, a month.",
              example = "612")
          long averageMinutes,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "What is paid less each month; negative: more.")
          MoneyResponse savingPerMonth) {

    static AdviceResponse of(Advice advice, String currency) {
      return new AdviceResponse(
          advice.plan(),
          advice.reason(),
          advice.averageMinutes(),
          new MoneyResponse(advice.savingCents(), currency));
    }
  }

  /** One user and month. */
  record UserUsageResponse(
      @Schema(requiredMode = RequiredMode.REQUIRED) UUID userId,
      @Schema(description = "That the user has now; null or missing when without a seat.")
          @Nullable Plan plan,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "Whole minutes of the month's total, rounded down.",
              example = "421")
          long minutes,
      @Schema(description = "Of that plan, a month; null or missing: unlimited.", example = "500")
          @Nullable Integer includedMinutes,
      @Schema(requiredMode = RequiredMode.REQUIRED, example = "64") long calls,
      @Schema(description = "A plan that would serve better; null or missing: none is known.")
          @Nullable AdviceResponse advice) {

    static UserUsageResponse of(UserUsage user, String currency) {
      Advice advice = user.advice();
      return new UserUsageResponse(
          user.userId(),
          user.plan(),
          user.minutes(),
          user.includedMinutes(),
          user.calls(),
          advice == null ? null : AdviceResponse.of(advice, currency));
    }
  }

  /** One page of a month. */
  record UsageResponse(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "Calendar month in the account's time zone.",
              example = "2026-11")
          String month,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description =
                  "Months of which something is known, and the present one; the newest first.",
              example = "[\"2026-11\"]")
          List<String> months,
      @Schema(requiredMode = RequiredMode.REQUIRED) List<UserUsageResponse> items,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "How many there are in all.",
              example = "12")
          long total,
      @Schema(description = "Cursor of the next page; null or missing on the last.")
          @Nullable String next) {

    static UsageResponse of(MonthUsage usage) {
      return new UsageResponse(
          usage.month().toString(),
          usage.months().stream().map(YearMonth::toString).toList(),
          usage.users().items().stream()
              .map(user -> UserUsageResponse.of(user, usage.currency()))
              .toList(),
          usage.users().total(),
          usage.users().next());
    }
  }

  @Operation(
      operationId = "listUsage",
      summary = "List call minutes by user",
      description =
          "Of one month, who called most first; whoever has a seat is in it. Advice is by the last complete months,"
              + " whatever month is shown. For admins.")
  @AdminOnly
  @GetMapping
  UsageResponse list(
      Caller caller,
      @Parameter(description = "Such as 2026-11; without it the present month.")
          @RequestParam(required = false)
          @Pattern(regexp = "20[0-9]{2}-(0[1-9]|1[0-2])", message = "A month such as 2026-11.")
          @Nullable String month,
      @Parameter(description = "Only those for whom there is advice.")
          @RequestParam(defaultValue = "false")
          boolean advised,
      @RequestParam(defaultValue = "50")
          @Min(value = 1, message = "At least 1.")
          @Max(value = MAX_LIMIT, message = "At most 200.")
          int limit,
      @Parameter(description = "The next of the page before.") @RequestParam(required = false)
          @Nullable String cursor) {
    return UsageResponse.of(
        readUsage.read(
            caller,
            new ReadUsage.Query(
                month == null ? null : YearMonth.parse(month), advised, limit, cursor)));
  }
}
