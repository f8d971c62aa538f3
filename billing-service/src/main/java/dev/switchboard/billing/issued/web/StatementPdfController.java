package dev.switchboard.billing.issued.web;

import dev.switchboard.billing.issued.PrintStatement;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Statements as files (E6). */
@RestController
@RequestMapping("/api/v1/statements")
@Tag(name = "Statements")
class StatementPdfController {
  private final PrintStatement printStatement;

  StatementPdfController(PrintStatement printStatement) {
    this.printStatement = printStatement;
  }

  @Operation(
      operationId = "printStatement",
      summary = "Read a past statement as a PDF",
      description =
          "With all its lines, in English; its name is switchboard-statement-<first day>.pdf. 404 when the account has no such statement. For admins.")
  @ApiResponse(
      responseCode = "200",
      description = "The file.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PDF_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @AdminOnly
  @GetMapping(path = "/{id}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> print(Caller caller, @PathVariable UUID id) {
    PrintStatement.Printed printed = printStatement.print(caller, id);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename("switchboard-statement-" + printed.from() + ".pdf")
                .build()
                .toString())
        .body(printed.pdf());
  }
}
