package dev.switchboard.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.switchboard.billing.testing.BillingTest;
import dev.switchboard.platform.testing.OpenApiGolden;
import dev.switchboard.platform.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;

class ServicePortTest extends BillingTest {
  private static final UUID ACCOUNT = UUID.randomUUID();
  private static final UUID USER = UUID.randomUUID();
  private static final String PLANS =
      """
      {"items":[
        {"code":"BASIC","monthlyPrice":{"amountCents":1499,"currency":"USD"},"includedMinutes":500,
         "includedNumbers":0,"features":["VOICEMAIL","CALL_FORWARDING","CONFERENCE_BRIDGE"]},
        {"code":"PLUS","monthlyPrice":{"amountCents":1999,"currency":"USD"},"includedMinutes":null,
         "includedNumbers":1,"features":["VOICEMAIL","CALL_FORWARDING","CONFERENCE_BRIDGE"]},
        {"code":"PRO","monthlyPrice":{"amountCents":2999,"currency":"USD"},"includedMinutes":null,
         "includedNumbers":1,"features":["VOICEMAIL","CALL_FORWARDING","CONFERENCE_BRIDGE","VIDEO_HIPAA"]}
      ],"total":3,"next":null}
      """;

  @Autowired private TestTokens tokens;

  @Test
  @DisplayName("E1 GET /plans answers everybody exactly the price list, and may be cached")
  void plansAreGolden() throws Exception {
    http.perform(get("/api/v1/plans"))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "max-age=60, public"))
        .andExpect(header().string("ETag", "\"USD-1\""))
        .andExpect(content().json(PLANS, org.springframework.test.json.JsonCompareMode.STRICT));
    http.perform(get("/api/v1/plans").header("If-None-Match", "\"USD-1\""))
        .andExpect(status().isNotModified());
  }

  @ParameterizedTest
  @DisplayName("A6 nothing else at the service port is open to somebody without a token")
  @ValueSource(
      strings = {
        "/",
        "/api/v1",
        "/api/v1/plans/",
        "/api/v1/plans/BASIC",
        "/api/v1/statements",
        "/api/v1/quotes",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/actuator/env"
      })
  void anonymousCallIsRefused(String path) throws Exception {
    for (HttpMethod method : HttpMethod.values()) {
      if (!method.equals(HttpMethod.TRACE)) {
        http.perform(
                request(method, path)
                    .header("X-Switchboard-Account", ACCOUNT.toString())
                    .header("X-Forwarded-User", USER.toString()))
            .andExpect(status().isUnauthorized());
      }
    }
  }

  @Test
  @DisplayName("A token that is expired, forged or for another service opens nothing")
  void wrongTokensAreRefused() throws Exception {
    http.perform(get("/api/v1/statements").with(tokens.expired(ACCOUNT, USER)))
        .andExpect(status().isUnauthorized());
    http.perform(get("/api/v1/statements").with(tokens.forged(ACCOUNT, USER)))
        .andExpect(status().isUnauthorized());
    http.perform(get("/api/v1/statements").with(tokens.otherAudience(ACCOUNT, USER)))
        .andExpect(status().isUnauthorized());
  }

  @Test
  @DisplayName("What does not exist is a 404 and what can't be done a 405, as problems")
  void unknownIsProblem() throws Exception {
    http.perform(get("/api/v1/seats").with(tokens.admin(ACCOUNT, USER)))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("resource.not-found"));
    http.perform(request(HttpMethod.POST, "/api/v1/plans").with(tokens.admin(ACCOUNT, USER)))
        .andExpect(status().isMethodNotAllowed())
        .andExpect(jsonPath("$.code").value("request.method"));
  }

  @ParameterizedTest
  @DisplayName("Odd input is never an error of ours")
  @ValueSource(
      strings = {
        "?limit=-1",
        "?limit=99999999999999999999",
        "?cursor=%00",
        "?a=%F0%9F%98%80&a=%ff",
        "?currency='%20or%201=1--",
        "?x[]=1&__proto__=2"
      })
  void oddQueriesAreHarmless(String query) throws Exception {
    assertHarmless(
        http.perform(
                get(
                    java.net.URI.create(
                        "/api/v1/plans" + query.replace("[", "%5B").replace("]", "%5D"))))
            .andReturn()
            .getResponse());
  }

  @ParameterizedTest
  @DisplayName("Odd headers are never an error of ours")
  @ValueSource(
      strings = {
        "Accept: application/xml",
        "Accept: ,;q=x",
        "If-None-Match: \"",
        "If-None-Match: W/\"x\", *",
        "If-Modified-Since: yesterday",
        "Accept-Language: x-y-z;q=abc",
        "Content-Type: not a type",
        "Range: bytes=-1-"
      })
  void oddHeadersAreHarmless(String line) throws Exception {
    String[] parts = line.split(": ", 2);
    assertHarmless(
        http.perform(get("/api/v1/plans").header(parts[0], parts[1])).andReturn().getResponse());
  }

  @Test
  @DisplayName("The HTTP interface is the one committed in contracts/openapi")
  void interfaceIsAsCommitted() throws Exception {
    String document =
        http.perform(get("/v3/api-docs.yaml").with(tokens.admin(ACCOUNT, USER)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    OpenApiGolden.check("billing-service", document);
  }

  private static void assertHarmless(MockHttpServletResponse response) {
    assertThat(response.getStatus()).isLessThan(500);
    if (response.getStatus() >= 400) {
      assertThat(response.getContentType()).startsWith("application/problem+json");
    }
  }
}
