package dev.switchboard.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.ContractTopics;
import dev.switchboard.user.credential.PasswordHasher;
import dev.switchboard.user.testing.Authenticator;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.DatabaseSearch;
import dev.switchboard.user.testing.RawTopics;
import dev.switchboard.user.testing.SupportDesk;
import dev.switchboard.user.testing.TwoStepCalls;
import dev.switchboard.user.testing.UserServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

/** I16: what opens a door is in no log, table, topic or problem, even with all loggers at TRACE. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsTest extends UserServiceTest {
  private static final String PASSWORD = "nine grey herons at low tide";
  private static final String WRONG = "nine brown herons at low tide";
  private static final String RESET = "nine white herons at high tide";
  private static final List<String> LOGGERS =
      List.of(
          "dev.switchboard",
          "org.springframework.web",
          "org.springframework.security",
          "org.springframework.jdbc",
          "org.springframework.data",
          "org.springframework.transaction");

  @Autowired private PasswordHasher hasher;
  private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

  @BeforeEach
  void logAll() {
    LOGGERS.forEach(logger -> logging.setLogLevel(logger, LogLevel.TRACE));
  }

  @AfterEach
  void logAsBefore() {
    LOGGERS.forEach(logger -> logging.setLogLevel(logger, null));
  }

  @Test
  @DisplayName("I16 passwords, link and session secrets and tokens of a whole joining are nowhere")
  void secretsAreNowhere(CapturedOutput log) {
    Company company = companies.signUp(2, 0, 0);
    String email = Company.newEmail("heron");
    UUID userId = company.invited(email, "BASIC");
    company.occupySeat(userId, "BASIC", 1);
    String link = linkSecret(userId, 1);
    List<String> answers = new ArrayList<>();
    answers.add(Company.read(post("/api/v1/invitations/inspect", Map.of("token", link))));
    Map<String, Object> acceptance = Map.of("token", link, "password", PASSWORD);
    assertThat(post("/api/v1/invitations/accept", acceptance).getStatus()).isEqualTo(204);
    answers.add(Company.read(post("/api/v1/invitations/accept", acceptance)));
    MockHttpServletResponse signedIn = signIn(email, PASSWORD);
    answers.add(Company.read(signedIn));
    answers.add(Company.read(signIn(email, WRONG)));
    String session = sessionSecret(signedIn);
    JsonNode exchanged = body(post("/internal/token-exchange", Map.of("session", session)));
    answers.add(Company.read(get("/api/v1/sessions", tokens.user(company.accountId(), userId))));
    answers.add(company.list("").toString());
    topics.await("user.users.v1", userId.toString(), "user.joined");

    List<String> secrets =
        new ArrayList<>(List.of(PASSWORD, WRONG, Company.PASSWORD, link, session));
    exchanged.path("tokens").forEach(token -> secrets.add(token.asString()));
    assertThat(secrets).hasSizeGreaterThan(7).allMatch(secret -> secret.length() > 20);
    secretsAreNotIn(secrets, answers, log);
  }

  @Test
  @DisplayName(
      "I16 secrets of two steps, devices and resets, codes and new passwords are nowhere either")
  void secretsOfCredentialsAreNowhere(CapturedOutput log) {
    Company company = companies.signUp(1, 0, 0);
    TwoStepCalls calls = new TwoStepCalls(http, json, clock);
    MockHttpServletResponse signedIn = signIn(company.adminEmail(), Company.PASSWORD);
    RequestPostProcessor self = as(signedIn);
    JsonNode begun = body(calls.call("enrolment", Map.of("password", Company.PASSWORD), self));
    String secret = begun.path("secret").asString();
    List<String> recoveryCodes =
        calls.codes(
            calls.call(
                "confirmation", Map.of("code", new Authenticator(secret, clock).code(0)), self));
    calls.signIn(company.adminEmail(), recoveryCodes.getFirst());
    put(
        "/api/v1/users/" + company.adminId() + "/password",
        Map.of("currentPassword", Company.PASSWORD, "newPassword", PASSWORD),
        self,
        null);
    post("/api/v1/password-resets", Map.of("email", company.adminEmail()));
    String link = linkSecret(awaitMails(company.adminId(), "password-reset", 1).getFirst());
    List<String> answers = new ArrayList<>();
    answers.add(Company.read(post("/api/v1/password-resets/inspect", Map.of("token", link))));
    answers.add(Company.read(complete(link, WRONG.substring(0, 8))));
    answers.add(Company.read(complete(link, RESET)));
    answers.add(Company.read(complete(link, RESET)));
    answers.add(Company.read(get("/api/v1/two-step", self)));
    answers.add(Company.read(get("/api/v1/session", self)));
    answers.add(Company.read(get("/api/v1/sessions", self)));
    awaitMails(company.adminId(), "password-changed", 2);

    List<String> secrets =
        new ArrayList<>(List.of(secret, link, PASSWORD, RESET, deviceSecret(signedIn)));
    secrets.add(Company.PASSWORD);
    recoveryCodes
        .subList(0, 2)
        .forEach(code -> {
          secrets.add(code);
          secrets.add(code.replace("-", ""));
        });
    secretsAreNotIn(secrets, answers, log);
  }

  private MockHttpServletResponse complete(String link, String password) {
    return post("/api/v1/password-resets/complete", Map.of("token", link, "password", password));
  }

  private void secretsAreNotIn(List<String> secrets, List<String> answers, CapturedOutput log) {
    String logged = log.getAll();
    List<RawTopics.Raw> told = RawTopics.all(writtenTopics());
    for (String secret : secrets) {
      assertThat(logged.contains(secret)).as("in the log: %s", secret).isFalse();
      assertThat(DatabaseSearch.tablesWith(database(), secret)).as(secret).isEmpty();
      assertThat(answers).noneMatch(answer -> answer.contains(secret));
      assertThat(told)
          .noneMatch(event -> (event.value() + event.headers() + event.key()).contains(secret));
    }
  }

  @Test
  @DisplayName(
      "I16 the keys that seal and sign are in no log; a stored password is an Argon2id hash")
  void keysAreNowhere(CapturedOutput log) {
    Company company = companies.signUp(1, 0, 0);
    assertThat(signIn(company.adminEmail(), Company.PASSWORD).getStatus()).isEqualTo(200);

    String hash =
        database()
            .sql("select password_hash from credential where user_id = ?")
            .param(company.adminId())
            .query(String.class)
            .single();
    assertThat(hash).startsWith("$argon2id$v=19$m=512,t=1,p=1$");
    for (String secret :
        List.of(hash, environment("SWITCHBOARD_MASTER_KEY"), environment("SWITCHBOARD_LINK_KEY"))) {
      assertThat(log.getAll().contains(secret)).as("in the log: %s", secret).isFalse();
    }
    assertThat(RawTopics.all(writtenTopics()))
        .noneMatch(event -> String.valueOf(event.value()).contains("argon2"));
    assertThat(DatabaseSearch.tablesWith(database(), hash)).containsExactly("credential");
  }

  @Test
  @DisplayName("I16 the password, session and tokens of support are nowhere")
  void secretsOfSupportAreNowhere(CapturedOutput log) {
    SupportDesk desk = SupportDesk.open(database(), hasher);
    MockHttpServletResponse signedIn = signInSupport(desk.email(), SupportDesk.PASSWORD);
    MockHttpServletResponse refused = signInSupport(desk.email(), WRONG);
    String session = sessionSecret(signedIn);
    JsonNode exchanged = body(post("/internal/token-exchange", Map.of("session", session)));
    List<String> secrets = new ArrayList<>(List.of(SupportDesk.PASSWORD, WRONG, session));
    exchanged.path("tokens").forEach(token -> secrets.add(token.asString()));

    assertThat(secrets).hasSizeGreaterThan(3);
    for (String secret : secrets) {
      assertThat(log.getAll().contains(secret)).as("in the log: %s", secret).isFalse();
      assertThat(DatabaseSearch.tablesWith(database(), secret)).as(secret).isEmpty();
      assertThat(Company.read(signedIn) + Company.read(refused)).doesNotContain(secret);
    }
    assertThat(log.getAll()).doesNotContain("argon2");
  }

  private MockHttpServletResponse signInSupport(String email, String password) {
    return post("/api/v1/support/session", Map.of("email", email, "password", password));
  }

  @ParameterizedTest
  @DisplayName("I16 a body that can't be read is not repeated in problem or log")
  @ValueSource(
      strings = {
        "{\"email\":\"a@b.example\",\"password\":\"SECRET",
        "{\"email\":\"a@b.example\",\"password\":SECRET}",
        "{\"email\":\"a@b.example\",\"password\":[\"SECRET\"]}",
        "{\"email\":\"a@b.example\",\"password\":{\"a\":\"SECRET\"}}",
        "{\"email\":\"a@b.example\",\"password\":\"SECRET\\u0000\"}",
        "{\"email\":\"a@b.example\",\"password\":\"SECRET\\ud83d\"}",
        "{\"email\":\"a@b.example\",\"password\":\"SECRET\\x\"}",
        "{\"email\":\"\",\"password\":\"SECRET\"}",
        "{\"email\":7,\"password\":\"SECRET\"}",
        "{\"email\":\"a@b.example\",\"password\":\"SECRET\",\"x\":\"SECRET\"}",
        "{\"email\":\"a@b.example\",\"password\":\"SECRET\"} SECRET",
        "\"SECRET\"",
        "SECRET"
      })
  void unreadableBodies(String template, CapturedOutput log) {
    String secret = "hidden" + UUID.randomUUID().toString().replace("-", "");
    byte[] body = template.replace("SECRET", secret).getBytes(StandardCharsets.UTF_8);
    for (String path :
        List.of(
            "/api/v1/session",
            "/api/v1/invitations/accept",
            "/api/v1/password-resets",
            "/api/v1/password-resets/complete",
            "/api/v1/support/session",
            "/internal/token-exchange")) {
      MockHttpServletResponse answer =
          Company.perform(
              http,
              MockMvcRequestBuilders.post(path)
                  .contentType(MediaType.APPLICATION_JSON)
                  .content(body));
      assertThat(answer.getStatus()).isBetween(400, 422);
      assertThat(Company.read(answer)).as(path).doesNotContain(secret);
    }
    assertThat(log.getAll().contains(secret)).as("in the log: %s", template).isFalse();
  }

  /** The topics that this service writes, and the commands that it sends. */
  private static String[] writtenTopics() {
    return java.util.stream.Stream.concat(
            ContractTopics.all().stream()
                .filter(topic -> topic.owner().equals("user-service"))
                .map(ContractTopics.Topic::name),
            java.util.stream.Stream.of("notification.commands.v1"))
        .toArray(String[]::new);
  }
}
