package dev.switchboard.user.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.DatabaseSearch;
import dev.switchboard.user.testing.RawTopics;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** D4 and architecture 4: the mailed link. */
class LinkTest extends UserServiceTest {
  private static final String PASSWORD = "seven tall ships in line";
  private Company company;
  private UUID userId;

  @BeforeEach
  void invite() {
    company = companies.signUp(3, 0, 0);
    userId = company.invited(Company.newEmail("link"), "BASIC");
    company.occupySeat(userId, "BASIC", 1);
  }

  @Test
  @DisplayName("D4 resend: a new link by a new mail, the old one is void with its own code")
  void resendSupersedes() {
    String old = linkSecret(userId, 1);
    clock.advance(Duration.ofSeconds(61));

    MockHttpServletResponse resent = resend();

    assertThat(resent.getStatus()).as(Company.read(resent)).isEqualTo(202);
    String fresh = linkSecret(userId, 2);
    assertThat(fresh).isNotEqualTo(old);
    assertThat(stateOf(old)).isEqualTo("SUPERSEDED");
    assertThat(stateOf(fresh)).isEqualTo("PENDING");
    refused(old, 410, "invitation.superseded");
    assertThat(accept(fresh).getStatus()).isEqualTo(204);
    refused(fresh, 409, "invitation.used");
    assertThat(code(resend())).isEqualTo("user.not-invited");
  }

  @Test
  @DisplayName("D4 resend at least 60 s apart and 5 mails a day, with Retry-After")
  void resendIsLimited() {
    linkSecret(userId, 1);
    MockHttpServletResponse soon = resend();
    assertThat(soon.getStatus()).isEqualTo(429);
    assertThat(code(soon)).isEqualTo("invitation.resend-too-soon");
    assertThat(retryAfter(soon)).isBetween(50L, 60L);
    for (int mail = 2; mail <= 5; mail++) {
      clock.advance(Duration.ofSeconds(61));
      assertThat(resend().getStatus()).isEqualTo(202);
    }
    clock.advance(Duration.ofSeconds(61));
    MockHttpServletResponse sixth = resend();
    assertThat(sixth.getStatus()).isEqualTo(429);
    assertThat(code(sixth)).isEqualTo("invitation.resend-limit");
    assertThat(retryAfter(sixth)).isBetween(85_000L, 86_400L);
    clock.advance(Duration.ofSeconds(retryAfter(sixth)));
    assertThat(resend().getStatus()).isEqualTo(202);
    assertThat(live()).isEqualTo(1);
  }

  @Test
  @DisplayName("I11 of 32 resends at once exactly one makes a link")
  void resendsAtOnce() {
    linkSecret(userId, 1);
    clock.advance(Duration.ofSeconds(61));

    List<Integer> answers = AtOnce.run(32, i -> resend().getStatus());

    assertThat(answers).containsOnly(202, 429);
    assertThat(answers).filteredOn(status -> status == 202).hasSize(1);
    assertThat(live()).isEqualTo(1);
  }

  @Test
  @DisplayName("I11 a link used by 32 at once: one wins")
  void usedOnce() {
    String secret = linkSecret(userId, 1);

    List<MockHttpServletResponse> answers =
        AtOnce.run(
            32,
            i ->
                post(
                    "/api/v1/invitations/accept",
                    Map.of("token", secret, "password", PASSWORD + i)));

    assertThat(answers).filteredOn(answer -> answer.getStatus() == 204).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.getStatus() != 204)
        .extracting(this::code)
        .contains("invitation.used")
        .isSubsetOf("invitation.used", "service.unavailable");
    topics.await("user.users.v1", userId.toString(), "user.joined");
    assertThat(topics.all("user.users.v1", userId.toString()))
        .extracting(event -> event.data().path("version").asInt())
        .containsExactly(1, 2);
  }

  @Test
  @DisplayName(
      "Accepting, resending and a change of the seat at once: no one waits for another for ever")
  void noDeadlock() {
    for (int round = 0; round < 4; round++) {
      UUID person = round == 0 ? userId : newPerson();
      String secret = linkSecret(person, 1);
      clock.advance(Duration.ofSeconds(61));
      long version = round + 2L;
      List<Integer> answers =
          AtOnce.run(
              3,
              i ->
                  switch (i) {
                    case 0 -> accept(secret).getStatus();
                    case 1 ->
                        post(
                                "/api/v1/users/" + person + "/invitations",
                                Map.of(),
                                company.asAdmin())
                            .getStatus();
                    default -> {
                      deliver(
                          "billing.seats.v1",
                          person,
                          "seat.occupied",
                          company.accountId(),
                          company.seat(person, "BASIC", version));
                      yield 200;
                    }
                  });
      assertThat(answers.get(0)).isIn(204, 410);
      assertThat(answers.get(1)).isIn(202, 409);
      clock.reset();
    }
  }

  @Test
  @DisplayName(
      "D4 a link is valid for 7 days, then refused with its own code, and the row says EXPIRED")
  void expires() {
    String secret = linkSecret(userId, 1);
    assertThat(
            database()
                .sql(
                    "select expires_at - created_at = interval '7 days' from invitation where user_id = ?")
                .param(userId)
                .query(Boolean.class)
                .single())
        .isTrue();

    database()
        .sql(
            "update invitation set expires_at = clock_timestamp() - interval '1 second' where user_id = ?")
        .param(userId)
        .update();

    assertThat(stateOf(secret)).isEqualTo("EXPIRED");
    refused(secret, 410, "invitation.expired");
    clock.advance(Duration.ofDays(7).plusSeconds(1));
    assertThat(company.row(userId).path("invitation").path("state").asString())
        .isEqualTo("EXPIRED");
    assertThat(resend().getStatus()).isEqualTo(202);
    assertThat(company.row(userId).path("invitation").path("state").asString())
        .isEqualTo("PENDING");
  }

  @Test
  @DisplayName("A link of a withdrawn user is revoked")
  void withdrawnUser() {
    String secret = linkSecret(userId, 1);
    deliver("billing.seats.v1", userId, "seat.refused", company.accountId(), refusedSeat(2));

    assertThat(stateOf(secret)).isEqualTo("REVOKED");
    refused(secret, 410, "invitation.revoked");
  }

  @Test
  @DisplayName("A bad password uses the link up not")
  void badPasswordKeepsTheLink() {
    String secret = linkSecret(userId, 1);
    MockHttpServletResponse weak =
        post("/api/v1/invitations/accept", Map.of("token", secret, "password", "passwordpassword"));
    assertThat(code(weak)).isEqualTo("password.too-common");
    assertThat(body(weak).path("errors").path(0).path("pointer").asString()).isEqualTo("/password");
    assertThat(stateOf(secret)).isEqualTo("PENDING");
    refusedWith(secret, "Harbor Light Books 1", 422, "password.personal");
  }

  @Test
  @DisplayName("GET on the paths of invitations changes nothing")
  void getChangesNothing() {
    String secret = linkSecret(userId, 1);
    for (String path : List.of("/api/v1/invitations/inspect", "/api/v1/invitations/accept")) {
      for (HttpMethod method :
          List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE)) {
        MockHttpServletResponse answer =
            Company.perform(
                http,
                MockMvcRequestBuilders.request(
                        method, path + "?token=" + secret + "&password=" + PASSWORD)
                    .with(company.asAdmin()));
        assertThat(answer.getStatus()).isEqualTo(405);
        assertThat(Company.perform(http, MockMvcRequestBuilders.request(method, path)).getStatus())
            .isEqualTo(401);
      }
    }
    assertThat(stateOf(secret)).isEqualTo("PENDING");
    assertThat(stateOf(secret)).as("inspecting twice").isEqualTo("PENDING");
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  @DisplayName("I16 the secret of a link is in no table, topic, log or answer; nor is the password")
  void secretIsNowhere(CapturedOutput log) {
    LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
    List<String> loggers = List.of("dev.switchboard", "org.springframework.web.servlet.mvc.method");
    loggers.forEach(logger -> logging.setLogLevel(logger, LogLevel.DEBUG));
    List<String> answers = new ArrayList<>();
    String secret = linkSecret(userId, 1);
    try {
      answers.add(Company.read(post("/api/v1/invitations/inspect", Map.of("token", secret))));
      answers.add(
          Company.read(post("/api/v1/invitations/inspect", Map.of("token", secret, "x", 1))));
      answers.add(
          Company.read(
              post("/api/v1/invitations/accept", Map.of("token", secret, "password", ""))));
      answers.add(Company.read(accept(secret)));
      answers.add(Company.read(accept(secret)));
      answers.add(company.list("").toString());
      answers.add(Company.read(get("/api/v1/users/" + userId, company.asAdmin())));
    } finally {
      loggers.forEach(logger -> logging.setLogLevel(logger, null));
    }
    topics.await("user.users.v1", userId.toString(), "user.joined");

    assertThat(answers).noneMatch(answer -> answer.contains(secret) || answer.contains(PASSWORD));
    assertThat(log.getAll()).doesNotContain(secret).doesNotContain(PASSWORD);
    for (String hidden : List.of(secret, PASSWORD, Company.PASSWORD)) {
      assertThat(DatabaseSearch.tablesWith(database(), hidden)).isEmpty();
      assertThat(
              RawTopics.all(
                  "user.users.v1",
                  "user.accounts.v1",
                  "user.directory.v1",
                  "user.sessions.v1",
                  "notification.commands.v1"))
          .noneMatch(event -> (event.value() + event.headers() + event.key()).contains(hidden));
    }
  }

  private UUID newPerson() {
    Company another = companies.signUp(2, 0, 0);
    company = another;
    UUID person = another.invited(Company.newEmail("link"), "BASIC");
    another.occupySeat(person, "BASIC", 1);
    return person;
  }

  private Map<String, Object> refusedSeat(long version) {
    Map<String, Object> seat = new java.util.HashMap<>(company.seat(userId, "BASIC", version));
    seat.put("state", "REFUSED");
    seat.put("reason", "NO_CONSENT");
    seat.remove("slotId");
    seat.remove("origin");
    return seat;
  }

  private int live() {
    return database()
        .sql("select count(*) from invitation where user_id = ? and state = 'PENDING'")
        .param(userId)
        .query(Integer.class)
        .single();
  }

  private MockHttpServletResponse resend() {
    return Company.perform(
        http,
        MockMvcRequestBuilders.post("/api/v1/users/" + userId + "/invitations")
            .with(company.asAdmin()));
  }

  private MockHttpServletResponse accept(String secret) {
    return post("/api/v1/invitations/accept", Map.of("token", secret, "password", PASSWORD));
  }

  private String stateOf(String secret) {
    return body(post("/api/v1/invitations/inspect", Map.of("token", secret)))
        .path("state")
        .asString();
  }

  private void refused(String secret, int status, String code) {
    refusedWith(secret, PASSWORD, status, code);
  }

  private void refusedWith(String secret, String password, int status, String code) {
    MockHttpServletResponse answer =
        post("/api/v1/invitations/accept", Map.of("token", secret, "password", password));
    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(status);
    assertThat(code(answer)).isEqualTo(code);
  }

  private static long retryAfter(MockHttpServletResponse answer) {
    return Long.parseLong(String.valueOf(answer.getHeader("Retry-After")));
  }
}
