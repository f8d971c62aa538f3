package dev.switchboard.numbering;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
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

class ServicePortTest extends NumberingTest {
  private final UUID account = Ids.next();
  private final UUID user = Ids.next();

  @ParameterizedTest
  @DisplayName("A6 all but the search for numbers needs a token; forged headers are no help")
  @ValueSource(
      strings = {
        "/",
        "/api/v1/phone-numbers",
        "/api/v1/phone-numbers/available/",
        "/api/v1/phone-numbers/available/x",
        "/api/v1/lines",
        "/v3/api-docs",
        "/actuator/env"
      })
  void anonymous(String path) throws Exception {
    http.perform(get(path))
        .andExpect(status().isUnauthorized())
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(jsonPath("$.code").value("auth.required"));
    http.perform(
            get(path)
                .header("X-Switchboard-Account", account.toString())
                .header("X-Forwarded-User", user.toString()))
        .andExpect(status().isUnauthorized());
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
  @DisplayName("The search for numbers can only be read")
  void onlyRead() throws Exception {
    http.perform(post("/api/v1/phone-numbers/available").with(tokens.admin(account, user)))
        .andExpect(status().isMethodNotAllowed())
        .andExpect(jsonPath("$.code").value("request.method"));
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
