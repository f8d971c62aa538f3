package dev.switchboard.billing.issued.web;

import dev.switchboard.billing.issued.IssuedStatement;
import dev.switchboard.billing.issued.ReadStatements;
import dev.switchboard.billing.payment.web.PaymentResponse;
import dev.switchboard.billing.preview.web.LineResponse;
import dev.switchboard.billing.preview.web.MoneyResponse;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statements as they were issued (E5, E6). */
@RestController
@RequestMapping(path = "/api/v1/statements", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Statements")
class StatementController {
  private static final int MAX_LIMIT = 100;

  private final ReadStatements readStatements;

  StatementController(ReadStatements readStatements) {
    this.readStatements = readStatements;
  }

  /** One of the list. */
  record StatementSummary(
      @Schema(requiredMode = RequiredMode.REQUIRED) UUID id,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "First day of the month that it charges in advance.")
          LocalDate from,
      @Schema(requiredMode = RequiredMode.REQUIRED, description = "Last day of it.") LocalDate to,
      @Schema(requiredMode = RequiredMode.REQUIRED) Instant issuedAt,
      @Schema(requiredMode = RequiredMode.REQUIRED) MoneyResponse total,
      @Schema(requiredMode = RequiredMode.REQUIRED) PaymentResponse payment) {

    static StatementSummary of(ReadStatements.View view) {
      IssuedStatement statement = view.statement();
      return new StatementSummary(
          statement.statementId(),
          statement.draft().period().from(),
          statement.draft().period().to(),
          statement.issuedAt(),
          new MoneyResponse(statement.draft().totalCents(), statement.draft().currency()),
          PaymentResponse.of(view.payment()));
    }
  }

  /** One page of the account's statements. */
  record StatementsResponse(
      @Schema(requiredMode = RequiredMode.REQUIRED) List<StatementSummary> items,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "How many there are in all.",
              example = "12")
          long total,
      @Schema(description = "Cursor of the next page; null or missing on the last.")
          @Nullable String next) {}

  /** A statement with its lines. */
  record StatementResponse(
      @Schema(requiredMode = RequiredMode.REQUIRED) UUID id,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "First day of the month that it charges in advance.")
          LocalDate from,
      @Schema(requiredMode = RequiredMode.REQUIRED, description = "Last day of it.") LocalDate to,
      @Schema(requiredMode = RequiredMode.REQUIRED) Instant issuedAt,
      @Schema(requiredMode = RequiredMode.REQUIRED) List<LineResponse> lines,
      @Schema(requiredMode = RequiredMode.REQUIRED) MoneyResponse total,
      @Schema(requiredMode = RequiredMode.REQUIRED) PaymentResponse payment) {

    static StatementResponse of(ReadStatements.View view) {
      IssuedStatement statement = view.statement();
      StatementSummary summary = StatementSummary.of(view);
      String currency = statement.draft().currency();
      return new StatementResponse(
          summary.id(),
          summary.from(),
          summary.to(),
          summary.issuedAt(),
          statement.draft().lines().stream().map(line -> LineResponse.of(line, currency)).toList(),
          summary.total(),
          summary.payment());
    }
  }

  @Operation(
      operationId = "listStatements",
      summary = "List the past statements",
      description = "The newest first. For admins.")
  @AdminOnly
  @GetMapping
  StatementsResponse list(
      Caller caller,
      @RequestParam(defaultValue = "12")
          @Min(value = 1, message = "At least 1.")
          @Max(value = MAX_LIMIT, message = "At most 100.")
          int limit,
      @Parameter(description = "The next of the page before.") @RequestParam(required = false)
          @Nullable String cursor) {
    Page<ReadStatements.View> page = readStatements.list(caller, limit, cursor);
    return new StatementsResponse(
        page.items().stream().map(StatementSummary::of).toList(), page.total(), page.next());
  }

  @Operation(
      operationId = "readStatement",
      summary = "Read a past statement",
      description = "With all its lines. 404 when the account has no such statement. For admins.")
  @AdminOnly
  @GetMapping("/{id}")
  StatementResponse read(Caller caller, @PathVariable UUID id) {
    return StatementResponse.of(readStatements.read(caller, id));
  }
}
