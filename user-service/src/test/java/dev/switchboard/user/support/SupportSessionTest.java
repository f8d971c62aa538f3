package dev.switchboard.user.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.user.credential.PasswordHasher;
import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.SupportDesk;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

/** I1: the sign-in of the operator's own people. */
class SupportSessionTest extends UserServiceTest {
  private static final String WRONG = "not-the-right-words";

  @Autowired private PasswordHasher hasher;

  @Autowired
  @Qualifier("ownKeysJwtDecoder")
  private JwtDecoder ownKeys;

  private SupportDesk desk;

  @BeforeEach
  void open() {
    desk = SupportDesk.open(database(), hasher);
  }

  @Test
  @DisplayName("I1 support signs in at its own path and belongs to no account")
  void signsIn() {
    MockHttpServletResponse answer = signInSupport(desk.email(), SupportDesk.PASSWORD);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeader("Set-Cookie"))
        .startsWith("__Host-switchboard-session=")
        .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=43200")
        .doesNotContain("Domain");
    isDesk(body(answer));
    assertThat(Company.read(answer)).doesNotContain(sessionSecret(answer));
  }

  @Test
  @DisplayName("I1 the session is worth tokens with role SUPPORT and the nil account")
  void exchange() {
    JsonNode exchanged = exchanged(secret());

    Jwt token = ownKeys.decode(exchanged.path("tokens").path("user-service").asString());

    assertThat(token.getSubject()).isEqualTo(desk.id().toString());
    assertThat(token.getClaimAsString("role")).isEqualTo("SUPPORT");
    assertThat(token.getClaimAsString("account")).isEqualTo("00000000-0000-0000-0000-000000000000");
    assertThat(token.getClaimAsString("sid")).isEqualTo(exchanged.path("sessionId").asString());
    assertThat(exchanged.path("role").asString()).isEqualTo("SUPPORT");
  }

  @Test
  @DisplayName("I1 who is signed in: the same answer, without an account")
  void whoAmI() {
    MockHttpServletResponse answer = get("/api/v1/session", as(exchanged(secret())));

    assertThat(answer.getStatus()).isEqualTo(200);
    isDesk(body(answer));
  }

  @Test
  @DisplayName("I1 sign-out ends the session at once and tells the gateway; twice is no error")
  void signsOut() {
    String secret = secret();
    JsonNode exchanged = exchanged(secret);
    String other = secret();

    MockHttpServletResponse answer = delete("/api/v1/session", as(exchanged));

    assertThat(answer.getStatus()).isEqualTo(204);
    assertThat(answer.getHeader("Set-Cookie")).contains("Max-Age=0");
    assertThat(exchange(secret).getStatus()).isEqualTo(401);
    assertThat(exchange(other).getStatus()).isEqualTo(200);
    assertThat(delete("/api/v1/session", as(exchanged)).getStatus()).isEqualTo(204);
    TestTopics.Event ended =
        topics.await("user.sessions.v1", desk.id().toString(), "session.ended");
    assertThat(ended.data().path("sessionId").asString())
        .isEqualTo(exchanged.path("sessionId").asString());
    assertThat(ended.data().path("accountId").asString()).isEqualTo(Caller.NO_ACCOUNT.toString());
    assertThat(topics.all("user.sessions.v1", desk.id().toString())).hasSize(1);
  }

  @Test
  @DisplayName("I1 nobody ends another's session of support, and a user's token none at all")
  void othersSessionsStay() {
    String secret = secret();
    UUID session = UUID.fromString(exchanged(secret).path("sessionId").asString());

    delete("/api/v1/session", tokens.support(UUID.randomUUID(), session));
    delete("/api/v1/session", tokens.session(UUID.randomUUID(), desk.id(), session));

    assertThat(exchange(secret).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("I1 a session of support ends after an hour without use")
  void idleSessionEnds() {
    String secret = secret();

    clock.advance(Duration.ofMinutes(59));
    assertThat(exchange(secret).getStatus()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(61));
    assertThat(exchange(secret).getStatus()).isEqualTo(401);
  }

  @Test
  @DisplayName("I1 a session of support ends after 12 hours however much it is used")
  void longSessionEnds() {
    String secret = secret();
    for (int hour = 0; hour < 12; hour++) {
      clock.advance(Duration.ofMinutes(59));
      assertThat(exchange(secret).getStatus()).isEqualTo(200);
    }
    clock.advance(Duration.ofMinutes(13));
    assertThat(exchange(secret).getStatus()).isEqualTo(401);
  }

  @Test
  @DisplayName("A3 wrong e-mail and wrong password answer alike, also to support")
  void answersAlike() {
    MockHttpServletResponse wrongPassword = signInSupport(desk.email(), WRONG);
    MockHttpServletResponse wrongEmail = signInSupport(Company.newEmail("nobody"), WRONG);
    MockHttpServletResponse noEmail = signInSupport("nobody", WRONG);

    assertThat(wrongPassword.getStatus()).isEqualTo(401);
    assertThat(code(wrongPassword)).isEqualTo("auth.invalid-credentials");
    assertThat(withoutTrace(wrongEmail)).isEqualTo(withoutTrace(wrongPassword));
    assertThat(withoutTrace(noEmail)).isEqualTo(withoutTrace(wrongPassword));
    assertThat(wrongEmail.getHeaderNames()).isEqualTo(wrongPassword.getHeaderNames());
  }

  @Test
  @DisplayName("I1 a user can't come in at support's door, nor support at the users'")
  void twoDoors() {
    Company company = companies.signUp(1, 0, 0);

    assertThat(code(signInSupport(company.adminEmail(), Company.PASSWORD)))
        .isEqualTo("auth.invalid-credentials");
    assertThat(code(signIn(desk.email(), SupportDesk.PASSWORD)))
        .isEqualTo("auth.invalid-credentials");
  }

  @Test
  @DisplayName("A3 failures at one door do not count at the other, whatever is typed")
  void failuresAreApart() {
    for (int failure = 1; failure <= 5; failure++) {
      assertThat(signIn(desk.email(), WRONG).getStatus()).isEqualTo(401);
      assertThat(signIn("support" + desk.email(), WRONG).getStatus()).isEqualTo(401);
    }
    assertThat(code(signIn(desk.email(), WRONG))).isEqualTo("auth.too-many-attempts");

    assertThat(signInSupport(desk.email(), SupportDesk.PASSWORD).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName(
      "A3 32 wrong attempts at once get no more guesses than 5 in a row; a success forgets")
  void isThrottled() {
    List<String> codes = AtOnce.run(32, i -> code(signInSupport(desk.email(), WRONG + i)));

    assertThat(codes).filteredOn("auth.invalid-credentials"::equals).hasSizeLessThanOrEqualTo(5);
    assertThat(codes).filteredOn("auth.too-many-attempts"::equals).hasSizeGreaterThanOrEqualTo(27);
    clock.advance(Duration.ofMinutes(31));
    assertThat(signInSupport(desk.email(), SupportDesk.PASSWORD).getStatus()).isEqualTo(200);
    assertThat(code(signInSupport(desk.email(), WRONG))).isEqualTo("auth.invalid-credentials");
  }

  private void isDesk(JsonNode answer) {
    assertThat(answer.path("account").isNull()).isTrue();
    assertThat(answer.path("user"))
        .isEqualTo(
            json.valueToTree(
                Map.of(
                    "id",
                    desk.id().toString(),
                    "name",
                    SupportDesk.NAME,
                    "email",
                    desk.email(),
                    "role",
                    "SUPPORT")));
  }

  private String secret() {
    return sessionSecret(signInSupport(desk.email(), SupportDesk.PASSWORD));
  }

  private MockHttpServletResponse signInSupport(String email, String password) {
    return post("/api/v1/support/session", Map.of("email", email, "password", password));
  }

  private MockHttpServletResponse exchange(String secret) {
    return post("/internal/token-exchange", Map.of("session", secret));
  }

  private JsonNode exchanged(String secret) {
    MockHttpServletResponse answer = exchange(secret);
    assertThat(answer.getStatus()).isEqualTo(200);
    return body(answer);
  }

  private RequestPostProcessor as(JsonNode exchanged) {
    return tokens.support(
        UUID.fromString(exchanged.path("userId").asString()),
        UUID.fromString(exchanged.path("sessionId").asString()));
  }

  private String withoutTrace(MockHttpServletResponse answer) {
    return answer.getStatus()
        + answer.getContentType()
        + Company.read(answer).replaceFirst("\"traceId\":\"[^\"]*\",?", "");
  }
}
