package dev.switchboard.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

class SessionTest extends UserServiceTest {
  @Autowired
  @Qualifier("ownKeysJwtDecoder")
  private JwtDecoder ownKeys;

  @Test
  @DisplayName(
      "A4 sign-in sets a cookie that only the browser's own site sends and no script reads")
  void cookieIsGuarded() {
    Company company = companies.signUp(1, 0, 0);

    MockHttpServletResponse answer = signIn(company.adminEmail(), Company.PASSWORD);

    assertThat(answer.getHeader("Set-Cookie"))
        .startsWith("__Host-switchboard-session=")
        .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=604800")
        .doesNotContain("Domain");
    assertThat(sessionSecret(answer)).hasSize(43);
    assertThat(body(answer).path("user").path("role").asString()).isEqualTo("ADMIN");
    assertThat(Company.read(answer)).doesNotContain(sessionSecret(answer));
  }

  @Test
  @DisplayName("A4 a session is worth a token per service, with the right claims, for 60 s")
  void exchangeGivesTokens() {
    Company company = companies.signUp(1, 0, 0);
    JsonNode exchanged = exchanged(secretOf(company));

    Jwt token = ownKeys.decode(exchanged.path("tokens").path("user-service").asString());

    assertThat(token.getAudience()).containsExactly("user-service");
    assertThat(token.getSubject()).isEqualTo(company.adminId().toString());
    assertThat(token.getClaimAsString("account")).isEqualTo(company.accountId().toString());
    assertThat(token.getClaimAsString("role")).isEqualTo("ADMIN");
    assertThat(token.getClaimAsString("sid")).isEqualTo(exchanged.path("sessionId").asString());
    assertThat(token.getClaimAsString("iss")).isEqualTo("switchboard");
    assertThat(token.getHeaders()).containsEntry("alg", "ES256").containsKey("kid");
    assertThat(token.getExpiresAt())
        .isBetween(Instant.now().plusSeconds(40), Instant.now().plusSeconds(61));
    for (String other : List.of("numbering-service", "billing-service")) {
      String foreign = exchanged.path("tokens").path(other).asString();
      org.assertj.core.api.Assertions.assertThatExceptionOfType(JwtException.class)
          .as("a token for %s", other)
          .isThrownBy(() -> ownKeys.decode(foreign));
    }
  }

  @Test
  @DisplayName("A4 a session ends after 12 hours without use")
  void idleSessionEnds() {
    String secret = secretOf(companies.signUp(1, 0, 0));

    clock.advance(Duration.ofHours(11));
    assertThat(exchange(secret).getStatus()).isEqualTo(200);
    clock.advance(Duration.ofHours(11));
    assertThat(exchange(secret).getStatus()).isEqualTo(200);
    clock.advance(Duration.ofHours(12).plusSeconds(1));
    assertThat(exchange(secret).getStatus()).isEqualTo(401);
  }

  @Test
  @DisplayName("A4 a session ends after 7 days however much it is used, and no token outlives it")
  void longSessionEnds() {
    String secret = secretOf(companies.signUp(1, 0, 0));
    for (int half = 0; half < 14; half++) {
      clock.advance(Duration.ofHours(11));
      assertThat(exchange(secret).getStatus()).isEqualTo(200);
    }
    clock.advance(Duration.ofHours(7 * 24 - 14 * 11 - 12));
    assertThat(exchange(secret).getStatus()).isEqualTo(200);
    clock.advance(Duration.ofHours(12).minusSeconds(20));
    assertThat(Instant.parse(exchanged(secret).path("expiresAt").asString()))
        .isBefore(clock.instant().plusSeconds(21));
    clock.advance(Duration.ofSeconds(21));
    assertThat(exchange(secret).getStatus()).isEqualTo(401);
  }

  @Test
  @DisplayName("A4 sign-out ends the session at once and tells the gateway")
  void signOutEnds() {
    Company company = companies.signUp(1, 0, 0);
    String secret = secretOf(company);
    JsonNode exchanged = exchanged(secret);
    RequestPostProcessor caller = as(exchanged);
    assertThat(exchange(secretOf(company)).getStatus()).isEqualTo(200);

    MockHttpServletResponse answer = delete("/api/v1/session", caller);

    assertThat(answer.getStatus()).isEqualTo(204);
    assertThat(answer.getHeader("Set-Cookie"))
        .contains("__Host-switchboard-session=;", "Max-Age=0");
    assertThat(exchange(secret).getStatus()).isEqualTo(401);
    assertThat(delete("/api/v1/session", caller).getStatus()).isEqualTo(204);
    TestTopics.Event ended =
        topics.await("user.sessions.v1", company.adminId().toString(), "session.ended");
    assertThat(ended.data().path("sessionId").asString())
        .isEqualTo(exchanged.path("sessionId").asString());
    assertThat(ended.data().path("reason").asString()).isEqualTo("SIGNED_OUT");
    assertThat(topics.all("user.sessions.v1", company.adminId().toString())).hasSize(1);
  }

  @Test
  @DisplayName("A4 a user sees and ends each of his own sessions, and nobody else's")
  void ownSessionsOnly() {
    Company company = companies.signUp(1, 0, 0);
    Company other = companies.signUp(1, 0, 0);
    String laptop = secretOf(company);
    String phone = secretOf(company);
    String foreign = secretOf(other);
    RequestPostProcessor caller = as(exchanged(laptop));

    JsonNode list = body(get("/api/v1/sessions", caller));

    assertThat(list.path("total").asInt()).isEqualTo(2);
    String laptopId = exchanged(laptop).path("sessionId").asString();
    String phoneId = exchanged(phone).path("sessionId").asString();
    assertThat(list.path("items").valueStream().map(item -> item.path("id").asString()))
        .containsExactlyInAnyOrder(laptopId, phoneId);
    assertThat(
            list.path("items")
                .valueStream()
                .filter(item -> item.path("current").asBoolean())
                .map(item -> item.path("id").asString()))
        .containsExactly(laptopId);
    String foreignId = exchanged(foreign).path("sessionId").asString();
    RequestPostProcessor colleague = tokens.user(company.accountId(), UUID.randomUUID());
    assertThat(delete("/api/v1/sessions/" + foreignId, caller).getStatus()).isEqualTo(404);
    assertThat(delete("/api/v1/sessions/" + phoneId, colleague).getStatus()).isEqualTo(404);
    assertThat(exchange(foreign).getStatus()).isEqualTo(200);
    assertThat(exchange(phone).getStatus()).isEqualTo(200);
    assertThat(delete("/api/v1/sessions/" + phoneId, caller).getStatus()).isEqualTo(204);
    assertThat(delete("/api/v1/sessions/" + phoneId, caller).getStatus()).isEqualTo(404);
    assertThat(exchange(phone).getStatus()).isEqualTo(401);
    assertThat(exchange(laptop).getStatus()).isEqualTo(200);
    assertThat(Company.read(get("/api/v1/sessions", caller))).doesNotContain(laptop);
  }

  @Test
  @DisplayName("A4 a session is told with its device in words and when it was used last")
  void toldWithDeviceAndLastUse() {
    Company company = companies.signUp(1, 0, 0);
    MockHttpServletResponse signedIn =
        Company.send(
            http,
            MockMvcRequestBuilders.post("/api/v1/session")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Firefox/145.0"),
            json,
            Map.of("email", company.adminEmail(), "password", Company.PASSWORD));
    clock.advance(Duration.ofHours(3));
    exchange(sessionSecret(signedIn));

    JsonNode session = body(get("/api/v1/sessions", company.asAdmin())).path("items").path(0);

    assertThat(session.path("device").asString()).isEqualTo("Firefox on Linux");
    assertThat(Instant.parse(session.path("lastSeenAt").asString()))
        .isAfter(Instant.parse(session.path("createdAt").asString()).plus(Duration.ofHours(2)));
  }

  @Test
  @DisplayName("A4 a session of a user who is not ACTIVE is worth nothing, and he can't sign in")
  void onlyActiveUsers() {
    Company company = companies.signUp(1, 0, 0);
    String secret = secretOf(company);

    database()
        .sql("update users set state = 'SUSPENDED' where user_id = ?")
        .param(company.adminId())
        .update();

    assertThat(exchange(secret).getStatus()).isEqualTo(401);
    assertThat(code(signIn(company.adminEmail(), Company.PASSWORD)))
        .isEqualTo("auth.invalid-credentials");
  }

  @ParameterizedTest
  @DisplayName("A4 a secret that no session has is worth nothing")
  @ValueSource(strings = {"x", "' or 1=1 --", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void unknownSecret(String secret) {
    assertThat(exchange(secret).getStatus()).isEqualTo(401);
  }

  private String secretOf(Company company) {
    return sessionSecret(signIn(company.adminEmail(), Company.PASSWORD));
  }

  private MockHttpServletResponse exchange(String secret) {
    return post("/internal/token-exchange", Map.of("session", secret));
  }

  private JsonNode exchanged(String secret) {
    MockHttpServletResponse answer = exchange(secret);
    assertThat(answer.getStatus()).isEqualTo(200);
    return body(answer);
  }

  /** Calls with the same session as the gateway would. */
  private RequestPostProcessor as(JsonNode exchanged) {
    return tokens.session(
        UUID.fromString(exchanged.path("accountId").asString()),
        UUID.fromString(exchanged.path("userId").asString()),
        UUID.fromString(exchanged.path("sessionId").asString()));
  }
}
