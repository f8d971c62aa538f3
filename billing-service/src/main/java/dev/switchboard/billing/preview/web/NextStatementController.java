package dev.switchboard.billing.preview.web;

import dev.switchboard.billing.preview.PreviewStatement;
import dev.switchboard.billing.statement.Draft;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the next statement will show (E6). */
@RestController
@RequestMapping(path = "/api/v1/statements/next", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Statements")
class NextStatementController {
  private final PreviewStatement previewStatement;

  NextStatementController(PreviewStatement previewStatement) {
    this.previewStatement = previewStatement;
  }

  /** A statement that is not issued yet. */
  record PreviewResponse(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "First day of the month that is charged in advance; it is due then.")
          LocalDate from,
      @Schema(requiredMode = RequiredMode.REQUIRED, description = "Last day of it.") LocalDate to,
      @Schema(requiredMode = RequiredMode.REQUIRED) List<LineResponse> lines,
      @Schema(requiredMode = RequiredMode.REQUIRED) MoneyResponse total,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "Each month, when nothing else changes.")
          MoneyResponse monthly) {

    static PreviewResponse of(Draft draft) {
      String currency = draft.currency();
      return new PreviewResponse(
          draft.period().from(),
          draft.period().to(),
          draft.lines().stream().map(line -> LineResponse.of(line, currency)).toList(),
          new MoneyResponse(draft.totalCents(), currency),
          new MoneyResponse(draft.recurringCents(), currency));
    }
  }

  @Operation(
      operationId = "previewStatement",
      summary = "Preview the next statement",
      description =
          "As it will be if nothing changes any more: the next month in advance, and what changed in the present one."
              + " For admins.")
  @AdminOnly
  @GetMapping
  PreviewResponse preview(Caller caller) {
    return PreviewResponse.of(previewStatement.preview(caller.accountId()));
  }
}
