package dev.switchboard.user.twostep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.TwoStepCalls;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

/** A company may require two-step sign-in of its admins. */
class AccountSecurityTest extends UserServiceTest {
  private static final String PATH = "/api/v1/account/security";

  private TwoStepCalls calls;
  private Company company;
  private MockHttpServletResponse signedIn;
  private RequestPostProcessor admin;

  @BeforeEach
  void signInOnce() {
    calls = new TwoStepCalls(http, json, clock);
    company = companies.signUp(2, 0, 0);
    signedIn = signIn(company.adminEmail(), Company.PASSWORD);
    admin = as(signedIn);
  }

  @Test
  @DisplayName("D1 the setting is read and changed with its version; who is late is told")
  void versioned() {
    MockHttpServletResponse read = get(PATH, admin);
    String version = String.valueOf(read.getHeader("ETag"));
    assertThat(body(read).path("twoStepRequiredForAdmins").asBoolean()).isFalse();
    assertThat(version).isEqualTo("\"" + body(read).path("version").asLong() + "\"");

    MockHttpServletResponse changed = require(true, version);

    assertThat(changed.getStatus()).as(Company.read(changed)).isEqualTo(200);
    assertThat(body(changed).path("twoStepRequiredForAdmins").asBoolean()).isTrue();
    assertThat(changed.getHeader("ETag")).isNotEqualTo(version);
    assertThat(Company.read(get(PATH, admin))).isEqualTo(Company.read(changed));
    MockHttpServletResponse late = require(false, version);
    assertThat(late.getStatus()).isEqualTo(412);
    assertThat(code(late)).isEqualTo("version.mismatch");
    MockHttpServletResponse blind = require(false, null);
    assertThat(blind.getStatus()).isEqualTo(428);
    assertThat(code(blind)).isEqualTo("version.required");
    assertThat(require(true, "*").getHeader("ETag"))
        .as("nothing changed")
        .isEqualTo(changed.getHeader("ETag"));
    assertThat(audited(company.accountId())).containsExactly("account.security-changed");
  }

  @ParameterizedTest
  @DisplayName("An If-Match that is no version that was read changes nothing")
  @ValueSource(strings = {"", "1", "W/\"1\"", "\"x\"", "\"-1\"", "\"99999999999999999999\""})
  void strangeVersions(String ifMatch) {
    assertThat(require(true, ifMatch).getStatus()).isEqualTo(412);
    assertThat(body(get(PATH, admin)).path("twoStepRequiredForAdmins").asBoolean()).isFalse();
  }

  @Test
  @DisplayName("A6 for admins of the account only; another account's is not touched")
  void adminsOnly() {
    Company other = companies.signUp(1, 0, 0);
    UUID member = company.invited(Company.newEmail("member"), "BASIC");

    assertThat(get(PATH, tokens.user(company.accountId(), member)).getStatus()).isEqualTo(403);
    assertThat(put(PATH, body(true), tokens.user(company.accountId(), member), "*").getStatus())
        .isEqualTo(403);
    assertThat(put(PATH, body(true), other.asAdmin(), "*").getStatus()).isEqualTo(200);
    assertThat(body(get(PATH, admin)).path("twoStepRequiredForAdmins").asBoolean()).isFalse();
  }

  @Test
  @DisplayName("An admin who must have two steps and has not may no more than a user until he has")
  void roleWaitsForTheSetUp() {
    assertThat(roleIn(signedIn)).isEqualTo("ADMIN");

    require(true, "*");

    assertThat(roleIn(signedIn)).isEqualTo("USER");
    topics.await(
        "user.sessions.v1",
        company.adminId().toString(),
        event -> event.data().path("reason").asString().equals("TWO_STEP_CHANGED"));
    MockHttpServletResponse again = signIn(company.adminEmail(), Company.PASSWORD);
    assertThat(roleIn(again)).isEqualTo("USER");
    JsonNode session = body(get("/api/v1/session", admin));
    assertThat(session.path("user").path("role").asString()).isEqualTo("ADMIN");
    assertThat(session.path("twoStep").toString())
        .isEqualTo("{\"enabled\":false,\"required\":true}");
    assertThat(body(get("/api/v1/two-step", admin)).path("required").asBoolean()).isTrue();

    calls.switchOn(admin);

    assertThat(roleIn(signedIn)).isEqualTo("ADMIN");
    assertThat(isAlive(again)).isFalse();
  }

  @Test
  @DisplayName(
      "An admin who must have two steps can't switch them off; he can when they are no must")
  void enforced() {
    TwoStepCalls.On on = calls.switchOn(admin);
    require(true, "*");
    assertThat(roleIn(signedIn)).isEqualTo("ADMIN");
    Map<String, String> both =
        Map.of("password", Company.PASSWORD, "code", on.recoveryCodes().getFirst());

    MockHttpServletResponse refused = calls.call("removal", both, admin);

    assertThat(refused.getStatus()).isEqualTo(409);
    assertThat(code(refused)).isEqualTo("two-step.enforced");
    require(false, "*");
    assertThat(calls.call("removal", both, admin).getStatus())
        .as("the code is not used")
        .isEqualTo(204);
  }

  @Test
  @DisplayName("The rule is for admins: a user may have two steps or not")
  void usersAreFree() {
    String email = Company.newEmail("member");
    UUID member = joined(company, email);
    require(true, "*");

    MockHttpServletResponse his = signIn(email, Company.PASSWORD);

    assertThat(roleIn(his)).isEqualTo("USER");
    assertThat(body(his).path("twoStep").toString())
        .isEqualTo("{\"enabled\":false,\"required\":false}");
    TwoStepCalls.On on = calls.switchOn(as(his));
    clock.advance(Duration.ofSeconds(60));
    assertThat(
            calls
                .call(
                    "removal",
                    Map.of("password", Company.PASSWORD, "code", on.app().code(0)),
                    tokens.user(company.accountId(), member))
                .getStatus())
        .isEqualTo(204);
  }

  private MockHttpServletResponse require(boolean required, @Nullable String ifMatch) {
    return put(PATH, body(required), admin, ifMatch);
  }

  private static Map<String, Object> body(boolean required) {
    return Map.of("twoStepRequiredForAdmins", required);
  }

  private String roleIn(MockHttpServletResponse session) {
    return body(post("/internal/token-exchange", Map.of("session", sessionSecret(session))))
        .path("role")
        .asString();
  }
}
