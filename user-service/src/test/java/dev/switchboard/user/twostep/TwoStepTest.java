package dev.switchboard.user.twostep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Authenticator;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.TwoStepCalls;
import dev.switchboard.user.testing.UserChanges;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

/** Two-step sign-in in the user's own settings, and an admin's help. */
class TwoStepTest extends UserServiceTest {
  @Autowired private UserChanges changes;
  private TwoStepCalls calls;
  private Company company;
  private MockHttpServletResponse signedIn;
  private RequestPostProcessor self;

  @BeforeEach
  void signInOnce() {
    calls = new TwoStepCalls(http, json, clock);
    company = companies.signUp(3, 0, 0);
    signedIn = signIn(company.adminEmail(), Company.PASSWORD);
    self = as(signedIn);
  }

  @Test
  @DisplayName("Two steps are set up with password and first code; the codes are told once")
  void setUp() {
    assertThat(status()).isEqualTo("enabled=false pending=false left=0 required=false");
    MockHttpServletResponse begun =
        calls.call("enrolment", Map.of("password", Company.PASSWORD), self);
    assertThat(body(begun).path("uri").asString())
        .startsWith("otpauth://totp/Switchboard:")
        .contains("secret=" + body(begun).path("secret").asString());
    assertThat(status()).isEqualTo("enabled=false pending=true left=0 required=false");
    Authenticator app = new Authenticator(body(begun).path("secret").asString(), clock);

    List<String> codes = calls.codes(calls.call("confirmation", Map.of("code", app.code(0)), self));

    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
    assertThat(status()).isEqualTo("enabled=true pending=false left=10 required=false");
    assertThat(body(get("/api/v1/session", self)).path("twoStep").toString())
        .isEqualTo("{\"enabled\":true,\"required\":false}");
    JsonNode mail = awaitMails(company.adminId(), "two-step-changed", 1).getFirst();
    assertThat(mail.at("/model/isOn").asBoolean()).isTrue();
    assertThat(audited(company.adminId())).contains("two-step.switched-on");
    refused(
        calls.call("enrolment", Map.of("password", Company.PASSWORD), self),
        409,
        "two-step.already-on");
    refused(
        calls.call("confirmation", Map.of("code", app.code(1)), self), 409, "two-step.already-on");
  }

  @Test
  @DisplayName("Two steps going on end the user's other sessions and make his tokens anew")
  void endsOtherSessions() {
    MockHttpServletResponse phone = signIn(company.adminEmail(), Company.PASSWORD);

    calls.switchOn(self);

    assertThat(isAlive(signedIn)).isTrue();
    assertThat(isAlive(phone)).isFalse();
    topics.await(
        "user.sessions.v1",
        company.adminId().toString(),
        event -> event.data().path("sessionId").asString("").isEmpty());
    assertThat(topics.all("user.sessions.v1", company.adminId().toString()))
        .extracting(event -> event.data().path("reason").asString())
        .containsExactly("TWO_STEP_CHANGED", "TWO_STEP_CHANGED");
  }

  @Test
  @DisplayName("A set-up that was begun changes nothing; begun again, the first secret is void")
  void pendingChangesNothing() {
    Authenticator first = calls.begin(self);
    Authenticator second = calls.begin(self);

    assertThat(signIn(company.adminEmail(), Company.PASSWORD).getStatus()).isEqualTo(200);
    refused(
        calls.call("confirmation", Map.of("code", first.code(0)), self),
        422,
        "two-step.code-wrong");
    assertThat(calls.call("confirmation", Map.of("code", second.code(0)), self).getStatus())
        .isEqualTo(200);
  }

  @Test
  @DisplayName(
      "Nothing is set up without the password, confirmed without a set-up, or renewed when off")
  void refusals() {
    MockHttpServletResponse wrong =
        calls.call("enrolment", Map.of("password", "not-the-right-words"), self);
    refused(wrong, 422, "password.wrong");
    assertThat(body(wrong).path("errors").path(0).path("pointer").asString())
        .isEqualTo("/password");
    refused(
        calls.call("confirmation", Map.of("code", "123456"), self), 409, "two-step.not-enrolled");
    refused(calls.call("recovery-codes", Map.of("code", "123456"), self), 409, "two-step.off");
    refused(removal(Company.PASSWORD, "123456"), 409, "two-step.off");
    assertThat(status()).isEqualTo("enabled=false pending=false left=0 required=false");
  }

  @Test
  @DisplayName("New recovery codes want a code, which is used up; the old ones are void")
  void renew() {
    TwoStepCalls.On on = calls.switchOn(self);
    String old = on.recoveryCodes().getFirst();
    refused(
        calls.call("recovery-codes", Map.of("code", on.app().wrongCode()), self),
        422,
        "two-step.code-wrong");
    clock.advance(Duration.ofSeconds(60));

    List<String> fresh =
        calls.codes(calls.call("recovery-codes", Map.of("code", on.app().code(0)), self));

    assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(on.recoveryCodes());
    refused(calls.signIn(company.adminEmail(), old), 401, "auth.code-wrong");
    refused(calls.signIn(company.adminEmail(), on.app().code(0)), 401, "auth.code-wrong");
    assertThat(calls.signIn(company.adminEmail(), fresh.getFirst()).getStatus()).isEqualTo(200);
    assertThat(audited(company.adminId())).contains("two-step.recovery-codes-renewed");
  }

  @Test
  @DisplayName("Two steps are switched off with both: password and code; then one is enough")
  void switchOff() {
    TwoStepCalls.On on = calls.switchOn(self);
    MockHttpServletResponse phone =
        calls.signIn(company.adminEmail(), on.recoveryCodes().getFirst());
    refused(removal("not-the-right-words", on.recoveryCodes().get(1)), 422, "password.wrong");
    refused(removal(Company.PASSWORD, on.app().wrongCode()), 422, "two-step.code-wrong");
    assertThat(status()).startsWith("enabled=true");

    assertThat(removal(Company.PASSWORD, on.recoveryCodes().get(1)).getStatus()).isEqualTo(204);

    assertThat(status()).isEqualTo("enabled=false pending=false left=0 required=false");
    assertThat(isAlive(phone)).isFalse();
    assertThat(isAlive(signedIn)).isTrue();
    assertThat(signIn(company.adminEmail(), Company.PASSWORD).getStatus()).isEqualTo(200);
    List<JsonNode> mails = awaitMails(company.adminId(), "two-step-changed", 2);
    assertThat(mails.get(1).at("/model/isOn").asBoolean()).isFalse();
    assertThat(audited(company.adminId())).contains("two-step.switched-off");
  }

  @Test
  @DisplayName("A3 wrong codes are counted; a right password between them makes no place for more")
  void codesAreCounted() {
    TwoStepCalls.On on = calls.switchOn(self);
    clock.hold();
    for (int failure = 1; failure <= 5; failure++) {
      refused(
          failure % 2 == 0
              ? removal(Company.PASSWORD, on.app().wrongCode())
              : calls.call("recovery-codes", Map.of("code", on.app().wrongCode()), self),
          422,
          "two-step.code-wrong");
    }

    refused(
        removal(Company.PASSWORD, on.recoveryCodes().getFirst()), 429, "auth.too-many-attempts");
    refused(
        calls.call("recovery-codes", Map.of("code", on.recoveryCodes().getFirst()), self),
        429,
        "auth.too-many-attempts");
    clock.advance(Duration.ofSeconds(2));
    assertThat(removal(Company.PASSWORD, on.recoveryCodes().getFirst()).getStatus()).isEqualTo(204);
  }

  @Test
  @DisplayName("One code confirmed by 32 at once: one wins, and only his recovery codes are good")
  void confirmedAtOnce() {
    Authenticator app = calls.begin(self);
    String code = app.code(0);

    List<MockHttpServletResponse> answers =
        AtOnce.run(
            32,
            i ->
                calls.call(
                    "confirmation",
                    Map.of("code", code),
                    tokens.user(company.accountId(), company.adminId())));

    assertThat(answers).filteredOn(answer -> answer.getStatus() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.getStatus() != 200)
        .extracting(this::code)
        .containsOnly("two-step.already-on");
    String recovery =
        calls
            .codes(
                answers.stream()
                    .filter(answer -> answer.getStatus() == 200)
                    .findFirst()
                    .orElseThrow())
            .getFirst();
    assertThat(calls.signIn(company.adminEmail(), recovery).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName(
      "An admin switches it off for a user who has lost his phone; the user's sessions end")
  void adminHelps() {
    String email = Company.newEmail("member");
    UUID member = joined(company, email);
    RequestPostProcessor memberSelf = tokens.user(company.accountId(), member);
    MockHttpServletResponse onPhone = signIn(email, Company.PASSWORD);
    calls.switchOn(as(onPhone));
    refused(signIn(email, Company.PASSWORD), 401, "auth.code-required");

    assertThat(delete(of(member), self).getStatus()).isEqualTo(204);
    assertThat(delete(of(member), self).getStatus()).as("twice").isEqualTo(204);

    assertThat(isAlive(onPhone)).isFalse();
    assertThat(signIn(email, Company.PASSWORD).getStatus()).isEqualTo(200);
    assertThat(body(get("/api/v1/two-step", memberSelf)).path("enabled").asBoolean()).isFalse();
    TestTopics.Event ended =
        topics.await(
            "user.sessions.v1",
            member.toString(),
            event -> event.data().path("reason").asString().equals("TWO_STEP_CHANGED"));
    assertThat(ended.data().path("accountId").asString()).isEqualTo(company.accountId().toString());
    assertThat(awaitMails(member, "two-step-changed", 2)).hasSize(2);
    assertThat(audited(member)).filteredOn("two-step.switched-off"::equals).hasSize(1);
  }

  @Test
  @DisplayName(
      "A6 nobody switches off his own without a code, another's as a user, or a foreign one")
  void adminHelpsOnlyOthersOfHisAccount() {
    UUID member = joined(company, Company.newEmail("member"));
    Company other = companies.signUp(1, 0, 0);
    calls.switchOn(self);

    refused(delete(of(company.adminId()), self), 409, "user.self");
    refused(
        delete(of(company.adminId()), tokens.user(company.accountId(), member)),
        403,
        "auth.forbidden");
    refused(delete(of(company.adminId()), other.asAdmin()), 404, "resource.not-found");
    refused(signIn(company.adminEmail(), Company.PASSWORD), 401, "auth.code-required");
  }

  @Test
  @DisplayName(
      "I16 the secret is sealed, recovery codes are hashed; D6 both are erased with the user")
  void keptSecretAndErased() {
    calls.switchOn(self);
    assertThat(rows("two_step")).isEqualTo(1);
    assertThat(rows("recovery_code")).isEqualTo(10);
    assertThat(
            database()
                .sql("select sealed_secret from two_step where user_id = ?")
                .param(company.adminId())
                .query(String.class)
                .single())
        .hasSizeGreaterThan(60);

    changes.delete(company.accountId(), company.adminId());
    assertThat(rows("two_step")).as("it can be undone").isEqualTo(1);
    changes.erase(company.accountId(), company.adminId());

    assertThat(rows("two_step") + rows("recovery_code")).isZero();
  }

  private int rows(String table) {
    return database()
        .sql("select count(*) from " + table + " where user_id = ?")
        .param(company.adminId())
        .query(Integer.class)
        .single();
  }

  private static String of(UUID userId) {
    return "/api/v1/users/" + userId + "/two-step";
  }

  private MockHttpServletResponse removal(String password, String code) {
    return calls.call("removal", Map.of("password", password, "code", code), self);
  }

  private String status() {
    JsonNode status = body(get("/api/v1/two-step", self));
    return "enabled=%s pending=%s left=%s required=%s"
        .formatted(
            status.path("enabled").asBoolean(),
            status.path("pending").asBoolean(),
            status.path("recoveryCodesLeft").asInt(),
            status.path("required").asBoolean());
  }

  private void refused(MockHttpServletResponse answer, int status, String code) {
    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(status);
    assertThat(code(answer)).isEqualTo(code);
  }
}
