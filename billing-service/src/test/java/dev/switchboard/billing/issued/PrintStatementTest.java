package dev.switchboard.billing.issued;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.testing.WebTest;
import dev.switchboard.platform.time.Ids;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class PrintStatementTest extends WebTest {
  @Autowired private IssueStatements issueStatements;

  private String path = "";

  @BeforeEach
  void issue() {
    issueStatements.run(Instant.parse("2026-11-02T14:03:05.120Z"));
    path =
        "/api/v1/statements/"
            + ok(call("GET", "/api/v1/statements", null, null))
                .path("items")
                .path(0)
                .path("id")
                .asString();
  }

  @Test
  @DisplayName(
      "E6 an admin gets the statement as a PDF with a sensible name, and as JSON as before")
  void pdf() throws IOException {
    MockHttpServletResponse answer = call("GET", path + ".pdf", null, null);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentType()).isEqualTo("application/pdf");
    assertThat(answer.getHeader("Content-Disposition"))
        .isEqualTo("inline; filename=\"switchboard-statement-2026-11-02.pdf\"");
    String total =
        "Total: $%.2f"
            .formatted(
                ok(call("GET", path, null, null)).path("total").path("amountCents").asLong()
                    / 100.0);
    try (PDDocument document = Loader.loadPDF(answer.getContentAsByteArray())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Harbor Light Books", "Pro", "Basic", total);
    }
  }

  @Test
  @DisplayName(
      "A6 a foreign or unknown statement is a 404, users get a 403; as problems, whatever is accepted")
  void refusals() throws Exception {
    Account other = signUp(0, "BASIC");
    UUID user = seated("BASIC");

    refused(
        call("GET", path + ".pdf", null, null, tokens.admin(other.id(), other.admin())),
        404,
        "resource.not-found",
        null);
    refused(
        call("GET", "/api/v1/statements/" + Ids.next() + ".pdf", null, null),
        404,
        "resource.not-found",
        null);
    assertThat(call("GET", path + ".pdf", null, null, tokens.user(account.id(), user)).getStatus())
        .isEqualTo(403);
    refused(
        http.perform(
                MockMvcRequestBuilders.get("/api/v1/statements/" + Ids.next() + ".pdf")
                    .with(asAdmin())
                    .accept("application/pdf"))
            .andReturn()
            .getResponse(),
        404,
        "resource.not-found",
        null);
    MockHttpServletResponse nonsense = call("GET", "/api/v1/statements/x.pdf", null, null);
    assertThat(nonsense.getStatus()).isBetween(400, 499);
    assertThat(nonsense.getContentType()).startsWith("application/problem+json");
  }
}
