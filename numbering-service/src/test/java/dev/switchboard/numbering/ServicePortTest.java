package dev.switchboard.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.testing.OpenApiGolden;
import dev.switchboard.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class ServicePortTest extends NumberingTest {
  private final UUID account = Ids.next();
  private final UUID user = Ids.next();

  @ParameterizedTest
  @DisplayName("A6 nothing but the search for numbers is open to somebody without a token")
  @ValueSource(
      strings = {
        "/",
        "/api/v1",
        "/api/v1/phone-numbers",
        "/api/v1/phone-numbers/available/",
        "/api/v1/phone-numbers/available/x",
        "/api/v1/lines",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/actuator/env"
      })
  void anonymous(String path) throws Exception {
    for (HttpMethod method : HttpMethod.values()) {
      if (!method.equals(HttpMethod.TRACE)) {
        http.perform(
                request(method, path)
                    .header("X-Switchboard-Account", account.toString())
                    .header("X-Forwarded-User", user.toString()))
            .andExpect(status().isUnauthorized());
      }
    }
    http.perform(get(path))
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(jsonPath("$.code").value("auth.required"));
  }

  @Test
  @DisplayName("A6 the search tells everybody the same: a number that any account has is not in it")
  void searchIsTheSameForAll() throws Exception {
    String taken = "+15035550119";
    awaitTaken(
        topics.send(
            "user.accounts.v1",
            account.toString(),
            "account.signed-up",
            account,
            signedUp(account, taken)));

    String anonymous = search(request -> request);

    assertThat(anonymous).doesNotContain(taken).doesNotContain(account.toString());
    assertThat(search(tokens.admin(account, user))).isEqualTo(anonymous);
    assertThat(search(tokens.user(account, user))).isEqualTo(anonymous);
    assertThat(search(tokens.admin(Ids.next(), Ids.next()))).isEqualTo(anonymous);
  }

  private String search(RequestPostProcessor caller) throws Exception {
    return http.perform(get("/api/v1/phone-numbers/available?areaCode=503&limit=200").with(caller))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.total").value(99))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  @DisplayName("A6 a token that is expired, forged or for another service opens nothing")
  void wrongTokens() throws Exception {
    http.perform(get("/api/v1/phone-numbers").with(tokens.expired(account, user)))
        .andExpect(status().isUnauthorized());
    http.perform(get("/api/v1/phone-numbers").with(tokens.forged(account, user)))
        .andExpect(status().isUnauthorized());
    http.perform(get("/api/v1/phone-numbers").with(tokens.otherAudience(account, user)))
        .andExpect(status().isUnauthorized());
  }

  @Test
  @DisplayName("What does not exist is a 404 and what can't be done a 405, as problems")
  void unknownIsProblem() throws Exception {
    http.perform(get("/api/v1/lines").with(tokens.admin(account, user)))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("resource.not-found"));
    http.perform(post("/api/v1/phone-numbers/available").with(tokens.admin(account, user)))
        .andExpect(status().isMethodNotAllowed())
        .andExpect(jsonPath("$.code").value("request.method"));
  }

  @ParameterizedTest
  @DisplayName("Odd headers are never an error of ours")
  @ValueSource(
      strings = {
        "Accept: application/xml",
        "Accept: ,;q=x",
        "If-None-Match: \"",
        "If-Modified-Since: yesterday",
        "Accept-Language: x-y-z;q=abc",
        "Authorization: Bearer x",
        "Authorization: Basic eA==",
        "Content-Type: not a type",
        "Range: bytes=-1-"
      })
  void oddHeadersAreHarmless(String line) throws Exception {
    String[] parts = line.split(": ", 2);

    MockHttpServletResponse response =
        http.perform(get("/api/v1/phone-numbers/available").header(parts[0], parts[1]))
            .andReturn()
            .getResponse();

    assertThat(response.getStatus()).isLessThan(500);
    if (response.getStatus() >= 400) {
      assertThat(response.getContentType()).startsWith("application/problem+json");
    }
  }

  @Test
  @DisplayName("The HTTP interface is the one committed in contracts/openapi")
  void interfaceIsAsCommitted() throws Exception {
    String document =
        http.perform(get("/v3/api-docs.yaml").with(tokens.admin(account, user)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    OpenApiGolden.check("numbering-service", document);
  }
}
