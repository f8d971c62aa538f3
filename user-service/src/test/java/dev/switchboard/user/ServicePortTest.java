package dev.switchboard.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.OpenApiGolden;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.Endpoint;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** The service port as a whole: what is open, what is not there, and the committed interface. */
class ServicePortTest extends UserServiceTest {

  @Test
  @DisplayName("The HTTP interface is the one committed in contracts/openapi")
  void interfaceIsAsCommitted() {
    MockHttpServletResponse document =
        get("/v3/api-docs.yaml", tokens.admin(UUID.randomUUID(), UUID.randomUUID()));

    assertThat(document.getStatus()).isEqualTo(200);
    assertThat(document.getContentType()).startsWith("application/vnd.oai.openapi");
    OpenApiGolden.check("user-service", Company.read(document));
  }

  @Test
  @DisplayName(
      "The document names each endpoint, its success, and no caller that a client could send")
  void documentIsTrue() {
    JsonNode paths =
        body(get("/v3/api-docs", tokens.admin(UUID.randomUUID(), UUID.randomUUID()))).path("paths");

    for (Endpoint endpoint : Endpoint.values()) {
      JsonNode operation =
          paths
              .path(endpoint.path())
              .path(endpoint.method().name().toLowerCase(java.util.Locale.ROOT));
      assertThat(operation.isMissingNode()).as("%s", endpoint).isEqualTo(isInternal(endpoint));
      assertThat(operation.path("parameters").findValuesAsString("name"))
          .as("%s", endpoint)
          .doesNotContain("caller");
    }
    assertThat(paths.at("/~1api~1v1~1accounts/post/responses").propertyNames())
        .containsExactly("201");
    assertThat(paths.at("/~1api~1v1~1session/delete/responses").propertyNames())
        .containsExactly("204");
  }

  private static boolean isInternal(Endpoint endpoint) {
    return endpoint == Endpoint.EXCHANGE_TOKEN || endpoint == Endpoint.READ_KEYS;
  }

  @ParameterizedTest
  @DisplayName("A6 nothing else at the service port is open to somebody without a token")
  @ValueSource(
      strings = {
        "/",
        "/api/v1",
        "/api/v1/accounts/",
        "/api/v1/session/",
        "/api/v1/users/",
        "/api/v1/invitations",
        "/api/v1/password-resets/",
        "/api/v1/two-step",
        "/api/v1/account/security",
        "/internal",
        "/internal/",
        "/.well-known/",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/actuator/env",
        "/actuator/deadletters"
      })
  void anonymousCallIsRefused(String path) {
    for (HttpMethod method : HttpMethod.values()) {
      if (!method.equals(HttpMethod.TRACE)) {
        MockHttpServletResponse answer =
            Company.perform(
                http,
                MockMvcRequestBuilders.request(method, path)
                    .header("X-Switchboard-Account", UUID.randomUUID().toString()));
        assertThat(answer.getStatus()).as("%s %s", method, path).isEqualTo(401);
      }
    }
  }

  @Test
  @DisplayName("What does not exist is a 404 as a problem, and tells nothing of this service")
  void unknownIsProblem() {
    MockHttpServletResponse answer =
        get("/api/v1/unknown", tokens.admin(UUID.randomUUID(), UUID.randomUUID()));

    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(code(answer)).isEqualTo("resource.not-found");
    assertThat(answer.getHeader("Server")).isNull();
  }

  @ParameterizedTest
  @DisplayName("Odd headers are never an error of ours")
  @ValueSource(
      strings = {
        "Accept: ,;q=x",
        "If-None-Match: \"",
        "If-Match: W/\"x\", *",
        "Accept-Language: x-y-z;q=abc",
        "Content-Type: not a type",
        "Consistency-Token: \u00e9:\u00e9",
        "Idempotency-Key: ",
        "Range: bytes=-1-"
      })
  void oddHeadersAreHarmless(String line) {
    String[] parts = line.split(": ", 2);
    MockHttpServletResponse answer =
        Company.perform(
            http,
            MockMvcRequestBuilders.get("/api/v1/users")
                .header(parts[0], parts[1])
                .with(tokens.admin(UUID.randomUUID(), UUID.randomUUID())));

    assertThat(answer.getStatus()).isLessThan(500);
    if (answer.getStatus() >= 400) {
      assertThat(answer.getContentType()).startsWith("application/problem+json");
    }
  }
}
