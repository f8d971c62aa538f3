package dev.switchboard.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** G1: the own password. */
class ChangePasswordTest extends UserServiceTest {
  private static final String NEW = "eleven slow barges upstream";
  private static final String WRONG = "not-the-right-words";

  private Company company;
  private MockHttpServletResponse signedIn;
  private RequestPostProcessor self;

  @BeforeEach
  void signInOnce() {
    company = companies.signUp(2, 0, 0);
    signedIn = signIn(company.adminEmail(), Company.PASSWORD);
    self = as(signedIn);
  }

  @Test
  @DisplayName("G1 who knows the present password sets a new one; the old one is dead")
  void changes() {
    assertThat(change(self, Company.PASSWORD, NEW).getStatus()).isEqualTo(204);

    assertThat(signIn(company.adminEmail(), Company.PASSWORD).getStatus()).isEqualTo(401);
    assertThat(signIn(company.adminEmail(), NEW).getStatus()).isEqualTo(200);
    assertThat(awaitMails(company.adminId(), "password-changed", 1)).hasSize(1);
    assertThat(audited(company.adminId())).contains("password.changed");
  }

  @Test
  @DisplayName("G1 his other sessions end, this one goes on")
  void endsOtherSessions() {
    MockHttpServletResponse phone = signIn(company.adminEmail(), Company.PASSWORD);
    MockHttpServletResponse other =
        signIn(companies.signUp(1, 0, 0).adminEmail(), Company.PASSWORD);

    change(self, Company.PASSWORD, NEW);

    assertThat(isAlive(signedIn)).isTrue();
    assertThat(isAlive(phone)).isFalse();
    assertThat(isAlive(other)).isTrue();
    TestTopics.Event ended =
        topics.await("user.sessions.v1", company.adminId().toString(), "session.ended");
    assertThat(ended.data().path("reason").asString()).isEqualTo("PASSWORD_CHANGED");
    assertThat(ended.data().path("sessionId").asString()).isNotEmpty();
    assertThat(topics.all("user.sessions.v1", company.adminId().toString())).hasSize(1);
  }

  @Test
  @DisplayName("A5 the new password keeps the rules and is not the present one")
  void rules() {
    refused(change(self, Company.PASSWORD, "short"), "password.too-short", "/newPassword");
    refused(
        change(self, Company.PASSWORD, "passwordpassword"), "password.too-common", "/newPassword");
    refused(
        change(self, Company.PASSWORD, company.adminEmail()), "password.personal", "/newPassword");
    refused(change(self, Company.PASSWORD, Company.PASSWORD), "password.same", "/newPassword");
    assertThat(signIn(company.adminEmail(), Company.PASSWORD).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName(
      "A3 wrong present passwords are counted as at sign-in; a right one forgets none of them")
  void wrongOnesAreCounted() {
    clock.hold();
    for (int failure = 1; failure <= 4; failure++) {
      refused(change(self, WRONG, NEW), "password.wrong", "/currentPassword");
    }
    refused(change(self, Company.PASSWORD, "short"), "password.too-short", "/newPassword");
    refused(change(self, WRONG, NEW), "password.wrong", "/currentPassword");

    MockHttpServletResponse waits = change(self, Company.PASSWORD, NEW);
    assertThat(waits.getStatus()).isEqualTo(429);
    assertThat(code(waits)).isEqualTo("auth.too-many-attempts");
    clock.advance(Duration.ofSeconds(2));
    assertThat(change(self, Company.PASSWORD, NEW).getStatus()).isEqualTo(204);
  }

  @Test
  @DisplayName(
      "A3 a flood at the sign-in page does not keep a signed-in user from it, nor he others")
  void floodDoesNotMatter() {
    clock.hold();
    for (int failure = 1; failure <= 6; failure++) {
      signIn(company.adminEmail(), WRONG);
    }
    assertThat(change(self, Company.PASSWORD, NEW).getStatus()).isEqualTo(204);
    assertThat(code(signIn(company.adminEmail(), NEW))).isEqualTo("auth.too-many-attempts");
  }

  @Test
  @DisplayName("A3 32 wrong ones at once get no more guesses than 5")
  void guessesAtOnce() {
    clock.hold();

    List<String> codes = AtOnce.run(32, i -> code(change(self, WRONG + i, NEW)));

    assertThat(codes).filteredOn("password.wrong"::equals).hasSizeBetween(1, 5);
    assertThat(codes)
        .filteredOn(code -> !code.equals("password.wrong"))
        .containsOnly("auth.too-many-attempts");
  }

  @Test
  @DisplayName("G1 of two changes at once one wins, and no session of the other's password lives")
  void twoAtOnce() {
    List<MockHttpServletResponse> answers =
        AtOnce.run(4, i -> change(self, Company.PASSWORD, NEW + " " + i));

    assertThat(answers).filteredOn(answer -> answer.getStatus() == 204).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.getStatus() != 204)
        .extracting(this::code)
        .containsOnly("password.wrong");
  }

  @Test
  @DisplayName("A6 nobody changes another's password, not even an admin; a foreign id is unknown")
  void selfOnly() {
    String email = Company.newEmail("member");
    UUID member = joined(company, email);
    RequestPostProcessor memberSelf = tokens.user(company.accountId(), member);
    String foreign = "/api/v1/users/" + companies.signUp(1, 0, 0).adminId() + "/password";
    Map<String, String> body = Map.of("currentPassword", Company.PASSWORD, "newPassword", NEW);

    assertThat(put("/api/v1/users/" + member + "/password", body, self, null).getStatus())
        .isEqualTo(403);
    assertThat(
            put("/api/v1/users/" + company.adminId() + "/password", body, memberSelf, null)
                .getStatus())
        .isEqualTo(403);
    assertThat(put(foreign, body, self, null).getStatus()).isEqualTo(404);
    assertThat(put(foreign, body, memberSelf, null).getStatus()).isEqualTo(403);
    assertThat(put("/api/v1/users/" + member + "/password", body, memberSelf, null).getStatus())
        .isEqualTo(204);
    assertThat(signIn(email, NEW).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("D3 a link to set a new password is void once the password was changed")
  void revokesLinks() {
    post("/api/v1/password-resets", Map.of("email", company.adminEmail()));
    String link = linkSecret(awaitMails(company.adminId(), "password-reset", 1).getFirst());

    change(self, Company.PASSWORD, NEW);

    assertThat(
            code(
                post(
                    "/api/v1/password-resets/complete",
                    Map.of("token", link, "password", "twelve quick barges down"))))
        .isEqualTo("password-reset.revoked");
  }

  private MockHttpServletResponse change(
      RequestPostProcessor caller, String current, String replacement) {
    return put(
        "/api/v1/users/" + company.adminId() + "/password",
        Map.of("currentPassword", current, "newPassword", replacement),
        caller,
        null);
  }

  private void refused(MockHttpServletResponse answer, String code, String pointer) {
    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(422);
    assertThat(code(answer)).isEqualTo(code);
    assertThat(body(answer).path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
  }
}
