package dev.switchboard.user.twostep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.TwoStepCalls;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** A3: signing in with two steps. */
class TwoStepSignInTest extends UserServiceTest {
  private static final String WRONG = "not-the-right-words";

  private TwoStepCalls calls;
  private Company company;
  private TwoStepCalls.On on;
  private String email;

  @BeforeEach
  void switchOn() {
    calls = new TwoStepCalls(http, json, clock);
    company = companies.signUp(1, 0, 0);
    email = company.adminEmail();
    on = calls.switchOn(as(signIn(email, Company.PASSWORD)));
    clock.hold();
    clock.advance(Duration.ofSeconds(60)); // the code of the set-up is used up
  }

  @Test
  @DisplayName("A3 a right password asks for the code; with the code of now there is a session")
  void bothSteps() {
    refused(signIn(email, Company.PASSWORD), "auth.code-required");
    refused(calls.signIn(email, " "), "auth.code-required");

    MockHttpServletResponse answer = calls.signIn(email, on.app().code(0));

    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(200);
    assertThat(body(answer).path("twoStep").path("enabled").asBoolean()).isTrue();
    assertThat(isAlive(answer)).isTrue();
    assertThat(
            database()
                .sql(
                    """
                    select details ->> 'secondStep' from audit_entry
                    where subject_id = ? and action = 'session.signed-in' order by at
                    """)
                .param(company.adminId().toString())
                .query(String.class)
                .list())
        .containsExactly("NOT_NEEDED", "CODE");
  }

  @Test
  @DisplayName("A3 a wrong password answers as without two steps, whatever the code")
  void wrongPassword() {
    refused(signIn(email, WRONG), "auth.invalid-credentials");
    refused(
        post(
            "/api/v1/session",
            Map.of("email", email, "password", WRONG, "code", on.recoveryCodes().getFirst())),
        "auth.invalid-credentials");
    assertThat(calls.signIn(email, on.recoveryCodes().getFirst()).getStatus())
        .as("it is not used up")
        .isEqualTo(200);
  }

  @Test
  @DisplayName("RFC 6238, 5.2 each code once, and none of an earlier step after it")
  void replay() {
    String code = on.app().code(0);
    String before = on.app().code(-1);
    assertThat(calls.signIn(email, code).getStatus()).isEqualTo(200);

    refused(calls.signIn(email, code), "auth.code-wrong");
    refused(calls.signIn(email, before), "auth.code-wrong");
    clock.advance(Duration.ofSeconds(30));
    refused(calls.signIn(email, code), "auth.code-wrong");
    assertThat(calls.signIn(email, on.app().code(0)).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("One code used by 32 at once: one wins")
  void usedOnce() {
    String code = on.app().code(0);

    List<MockHttpServletResponse> answers = AtOnce.run(32, i -> calls.signIn(email, code));

    assertOneWon(answers);
  }

  @Test
  @DisplayName("One recovery code used by 32 at once: one wins")
  void recoveryCodeUsedOnce() {
    String code = on.recoveryCodes().getFirst();

    List<MockHttpServletResponse> answers = AtOnce.run(32, i -> calls.signIn(email, code));

    assertOneWon(answers);
    clock.advance(Duration.ofSeconds(60)); // the losers may have failed five times
    refused(calls.signIn(email, code), "auth.code-wrong");
  }

  @Test
  @DisplayName("A recovery code is good however it is typed, once; the app's codes stay good")
  void recoveryCodes() {
    String first = on.recoveryCodes().get(0).toLowerCase(Locale.ROOT).replace("-", " ");
    String second = on.recoveryCodes().get(1).replace("-", "");

    assertThat(calls.signIn(email, first).getStatus()).isEqualTo(200);
    assertThat(calls.signIn(email, second).getStatus()).isEqualTo(200);
    refused(calls.signIn(email, on.recoveryCodes().get(0)), "auth.code-wrong");
    assertThat(calls.signIn(email, on.app().code(0)).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("A recovery code of one user is nothing for another")
  void othersRecoveryCode() {
    Company other = companies.signUp(1, 0, 0);
    TwoStepCalls.On his = calls.switchOn(as(signIn(other.adminEmail(), Company.PASSWORD)));

    refused(calls.signIn(email, his.recoveryCodes().getFirst()), "auth.code-wrong");
    clock.advance(Duration.ofSeconds(60));
    refused(calls.signIn(email, his.app().code(0)), "auth.code-wrong");
  }

  @Test
  @DisplayName("A3 wrong codes are counted like wrong passwords; asking for the code is no failure")
  void codesAreCounted() {
    for (int failure = 1; failure <= 5; failure++) {
      for (int i = 0; i < 3; i++) {
        refused(signIn(email, Company.PASSWORD), "auth.code-required");
      }
      refused(calls.signIn(email, on.app().wrongCode()), "auth.code-wrong");
    }

    MockHttpServletResponse waits = calls.signIn(email, on.app().code(0));
    assertThat(waits.getStatus()).isEqualTo(429);
    assertThat(code(waits)).isEqualTo("auth.too-many-attempts");
    clock.advance(Duration.ofSeconds(60));
    assertThat(calls.signIn(email, on.app().code(0)).getStatus()).isEqualTo(200);
    await(
        "failures are in the log",
        () ->
            audited(company.adminId()).stream().filter("session.sign-in-failed"::equals).count()
                == 5);
  }

  @Test
  @DisplayName("A3 100 wrong codes at once: never more tries than the limit")
  void guessesAtOnce() {
    List<String> codes = AtOnce.run(100, i -> code(calls.signIn(email, "%06d".formatted(i))));

    assertThat(codes).filteredOn("auth.code-wrong"::equals).hasSizeLessThanOrEqualTo(5);
    assertThat(codes)
        .filteredOn(code -> !code.equals("auth.code-wrong"))
        .containsOnly("auth.too-many-attempts");
  }

  private void assertOneWon(List<MockHttpServletResponse> answers) {
    assertThat(answers).filteredOn(answer -> answer.getStatus() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.getStatus() != 200)
        .extracting(this::code)
        .isSubsetOf("auth.code-wrong", "auth.too-many-attempts");
  }

  private void refused(MockHttpServletResponse answer, String code) {
    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(401);
    assertThat(code(answer)).isEqualTo(code);
    assertThat(answer.getHeader("Set-Cookie")).isNull();
  }
}
