package dev.switchboard.billing.preview.web;

import dev.switchboard.billing.preview.Quote;
import dev.switchboard.billing.statement.StatementLine;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What an act would change (C1, E3). */
public record QuoteResponse(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description =
                "What comes to the next statement and what goes; their amounts are the difference.")
        List<Difference> lines,
    @Schema(requiredMode = RequiredMode.REQUIRED) BeforeAfter nextStatement,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "Each month, when nothing else changes.")
        BeforeAfter monthly,
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "When the next statement is due.")
        LocalDate dueOn,
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "What somebody would lose.")
        List<Quote.Loss> losses) {

  /** An amount without the act and with it. */
  public record BeforeAfter(
      @Schema(requiredMode = RequiredMode.REQUIRED) MoneyResponse before,
      @Schema(requiredMode = RequiredMode.REQUIRED) MoneyResponse after) {}

  /** One line that comes or goes; of one that stays with another quantity the difference. */
  public record Difference(
      @Schema(requiredMode = RequiredMode.REQUIRED) LineResponse line,
      @Schema(requiredMode = RequiredMode.REQUIRED, description = "How many more; negative: fewer.")
          int quantity,
      @Schema(requiredMode = RequiredMode.REQUIRED, description = "What it adds.")
          MoneyResponse amount) {}

  /** As it is answered, and as it stands in a refusal for lack of consent. */
  public static QuoteResponse of(Quote quote) {
    String currency = quote.after().currency();
    return new QuoteResponse(
        quote.differences().stream().map(each -> difference(each, currency)).toList(),
        new BeforeAfter(
            new MoneyResponse(quote.before().totalCents(), currency),
            new MoneyResponse(quote.after().totalCents(), currency)),
        new BeforeAfter(
            new MoneyResponse(quote.before().recurringCents(), currency),
            new MoneyResponse(quote.after().recurringCents(), currency)),
        quote.after().period().from(),
        quote.losses());
  }

  private static Difference difference(Quote.Difference difference, String currency) {
    StatementLine after = difference.after();
    StatementLine before = difference.before();
    return new Difference(
        LineResponse.of(after == null ? Objects.requireNonNull(before) : after, currency),
        (after == null ? 0 : after.quantity()) - (before == null ? 0 : before.quantity()),
        new MoneyResponse(difference.cents(), currency));
  }
}
