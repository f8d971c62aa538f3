package dev.switchboard.user.audit.web;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.audit.AuditItem;
import dev.switchboard.user.audit.AuditQuery;
import dev.switchboard.user.audit.ExportAuditLog;
import dev.switchboard.user.audit.ReadAuditLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log (H2). */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit")
class AuditController {
  private static final String CSV = "text/csv";
  private static final String ACTION = "[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*";

  private final ReadAuditLog readAuditLog;
  private final ExportAuditLog exportAuditLog;

  AuditController(ReadAuditLog readAuditLog, ExportAuditLog exportAuditLog) {
    this.readAuditLog = readAuditLog;
    this.exportAuditLog = exportAuditLog;
  }

  @Operation(
      summary = "Read the audit log",
      description =
          "Newest first. `actor` and `subject` are ids, `action` is such as user.suspended, `from` (inclusive) and"
              + " `to` (exclusive) are times. Names are those of now, and null when erased. `total` counts up to"
              + " 10,000. Entries are kept for 400 days.")
  @AdminOnly
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  AuditLogResponse readAuditLog(
      Caller caller,
      @RequestParam(required = false) @Nullable UUID actor,
      @RequestParam(required = false)
          @Nullable
          @Size(max = 100, message = "At most 100 characters.")
          String subject,
      @RequestParam(required = false)
          @Nullable
          @Pattern(regexp = ACTION, message = "This is no action.")
          String action,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "50")
          @Min(value = 1, message = "At least 1.")
          @Max(value = 200, message = "At most 200.")
          int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return AuditLogResponse.of(
        readAuditLog.read(
            new AccountId(caller.accountId()),
            query(actor, subject, action, from, to),
            limit,
            cursor));
  }

  @Operation(
      summary = "Export the audit log",
      description =
          "The same entries as comma-separated values (RFC 4180, UTF-8), the newest 100,000 at most; the file is then"
              + " named audit-log-newest-100000.csv. A cell that a spreadsheet would take for a formula begins with an"
              + " apostrophe.",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
  @AdminOnly
  @GetMapping(path = "/export", produces = CSV)
  void exportAuditLog(
      Caller caller,
      HttpServletResponse response,
      @RequestParam(required = false) @Nullable UUID actor,
      @RequestParam(required = false)
          @Nullable
          @Size(max = 100, message = "At most 100 characters.")
          String subject,
      @RequestParam(required = false)
          @Nullable
          @Pattern(regexp = ACTION, message = "This is no action.")
          String action,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to)
      throws IOException {
    AccountId accountId = new AccountId(caller.accountId());
    AuditQuery query = query(actor, subject, action, from, to);
    String name =
        exportAuditLog.isTooLong(accountId, query) ? "-newest-" + exportAuditLog.most() : "";
    response.setContentType(CSV);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-log" + name + ".csv\"");
    // Not the response's own writer, which would go on writing to a client that has gone away.
    Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    writer.write(CsvText.header());
    try {
      exportAuditLog.export(accountId, query, items -> write(items, writer));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.flush();
  }

  private static void write(List<AuditItem> items, Writer writer) {
    try {
      for (AuditItem item : items) {
        writer.write(CsvText.line(item));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AuditQuery query(
      @Nullable UUID actor,
      @Nullable String subject,
      @Nullable String action,
      @Nullable Instant from,
      @Nullable Instant to) {
    requireTime(from, "/from");
    requireTime(to, "/to");
    if (from != null && to != null && !from.isBefore(to)) {
      throw ProblemException.field(CommonError.INVALID, "/to", "This is not after the beginning.");
    }
    return new AuditQuery(actor, subject, action, from, to);
  }

  private static void requireTime(@Nullable Instant time, String pointer) {
    if (time != null && !AuditQuery.isPossible(time)) {
      throw ProblemException.field(CommonError.INVALID, pointer, "There is no log of that time.");
    }
  }
}
