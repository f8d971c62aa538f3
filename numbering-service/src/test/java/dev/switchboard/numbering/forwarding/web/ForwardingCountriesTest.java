package dev.switchboard.numbering.forwarding.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.WebTest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

class ForwardingCountriesTest extends WebTest {
  private static final String PATH = "/api/v1/forwarding-countries";

  @Test
  @DisplayName("F5 by default calls stay in the company's own country; it may choose others")
  void chosen() {
    UUID user = invited();
    JsonNode before = body(perform(MockMvcRequestBuilders.get(PATH).with(asAdmin())));
    assertThat(before.path("home").asString()).isEqualTo("US");
    assertThat(before.path("countries")).hasToString("[\"US\"]");
    refused(forward(user, "+442079460123"), 422, "forwarding.country", "/number");

    MockHttpServletResponse changed = put("{\"countries\":[\"US\",\"GB\",\"GB\"]}", "\"0\"");

    assertThat(changed.getStatus()).as(text(changed)).isEqualTo(200);
    assertThat(body(changed).path("countries")).hasToString("[\"GB\",\"US\"]");
    assertThat(forward(user, "+442079460123").getStatus()).isEqualTo(200);
    await("logged", () -> !topics.all("user.audit.v1", account.toString()).isEmpty());
    assertThat(topics.all("user.audit.v1", account.toString()).getFirst().data().path("action"))
        .hasToString("\"forwarding.countries-changed\"");
  }

  @Test
  @DisplayName("F5 the own country can be left out; D1 412 with an old version, 428 without")
  void versions() {
    UUID user = invited();
    assertThat(put("{\"countries\":[\"GB\"]}", "\"0\"").getStatus()).isEqualTo(200);

    refused(forward(user, "+12125550187"), 422, "forwarding.country", "/number");
    refused(put("{\"countries\":[\"US\"]}", "\"0\""), 412, "version.mismatch", null);
    refused(put("{\"countries\":[\"US\"]}", null), 428, "version.required", null);
  }

  @ParameterizedTest
  @DisplayName("F5 anything but known countries is refused, never a 5xx")
  @ValueSource(
      strings = {
        "{}",
        "{\"countries\":null}",
        "{\"countries\":[]}",
        "{\"countries\":[null]}",
        "{\"countries\":[\"us\"]}",
        "{\"countries\":[\"XX\"]}",
        "{\"countries\":[\"001\"]}",
        "{\"countries\":\"US\"}",
        "[]",
        "{"
      })
  void badBodies(String body) {
    MockHttpServletResponse answer = put(body, "*");

    assertThat(answer.getStatus()).as(text(answer)).isIn(400, 422);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
  }

  private MockHttpServletResponse forward(UUID user, String number) {
    return perform(
        MockMvcRequestBuilders.put("/api/v1/users/{id}/call-forwarding", user)
            .header("If-Match", "*")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"number\":\"%s\"}".formatted(number))
            .with(asAdmin()));
  }

  private MockHttpServletResponse put(String body, @Nullable String ifMatch) {
    var request =
        MockMvcRequestBuilders.put(PATH)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body)
            .with(asAdmin());
    return perform(ifMatch == null ? request : request.header("If-Match", ifMatch));
  }
}
