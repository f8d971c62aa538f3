package dev.switchboard.notification;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.switchboard.platform.testing.OpenApiGolden;
import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest
class ServicePortTest {
  private static final UUID ACCOUNT = UUID.randomUUID();
  private static final UUID USER = UUID.randomUUID();

  @Autowired private MockMvc http;
  @Autowired private TestTokens tokens;

  @ParameterizedTest
  @DisplayName("Nothing at the service port is open to somebody without a token")
  @ValueSource(
      strings = {"/", "/api/v1/anything", "/api/v1/mails", "/v3/api-docs", "/actuator/env"})
  void anonymousCallIsRefused(String path) throws Exception {
    http.perform(get(path))
        .andExpect(status().isUnauthorized())
        .andExpect(jsonPath("$.code").value("auth.required"));
    http.perform(
            post(path)
                .header("X-Switchboard-Account", ACCOUNT.toString())
                .header("X-Forwarded-User", USER.toString()))
        .andExpect(status().isUnauthorized());
  }

  @Test
  @DisplayName("A token that is expired, forged or for another service opens nothing")
  void wrongTokensAreRefused() throws Exception {
    http.perform(get("/api/v1/mails").with(tokens.expired(ACCOUNT, USER)))
        .andExpect(status().isUnauthorized());
    http.perform(get("/api/v1/mails").with(tokens.forged(ACCOUNT, USER)))
        .andExpect(status().isUnauthorized());
    http.perform(get("/api/v1/mails").with(tokens.otherAudience(ACCOUNT, USER)))
        .andExpect(status().isUnauthorized());
  }

  @Test
  @DisplayName("Not even an admin finds a mail over HTTP")
  void thereIsNothingToRead() throws Exception {
    http.perform(get("/api/v1/mails").with(tokens.admin(ACCOUNT, USER)))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("resource.not-found"));
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
    OpenApiGolden.check("notification-service", document);
  }
}
