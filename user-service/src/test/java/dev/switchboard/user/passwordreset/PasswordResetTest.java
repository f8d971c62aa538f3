package dev.switchboard.user.passwordreset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserChanges;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** D3: who gets a link to set a new password, and what the new password ends. */
class PasswordResetTest extends UserServiceTest {
  private static final String PASSWORD = "seven tall ships in line";

  @Autowired private UserChanges changes;
  private Company company;

  @BeforeEach
  void signUp() {
    company = companies.signUp(4, 0, 0);
  }

  @Test
  @DisplayName("D3 an admin sends a user a link that names him; the mail's link sets the password")
  void adminSendsLink() {
    String email = Company.newEmail("person");
    UUID user = joined(company, email);

    MockHttpServletResponse answer = resetByAdmin(user);

    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(202);
    assertThat(Company.read(answer)).isEmpty();
    JsonNode mail = awaitMails(user, "password-reset", 1).getFirst();
    assertThat(mail.at("/model/requestedBy").asString()).isEqualTo("Ada Ngata");
    assertThat(mail.at("/to/email").asString()).isEqualTo(email);
    assertThat(complete(linkSecret(mail), PASSWORD).getStatus()).isEqualTo(204);
    assertThat(signIn(email, PASSWORD).getStatus()).isEqualTo(200);
    assertThat(signIn(email, Company.PASSWORD).getStatus()).isEqualTo(401);
    assertThat(audited(user)).contains("password-reset.requested", "password.reset");
  }

  @Test
  @DisplayName("D3 anybody asks for a link to his own address, in any case; nobody is named")
  void anybodyAsks() {
    assertThat(ask(" " + company.adminEmail().toUpperCase(Locale.ROOT)).getStatus()).isEqualTo(202);

    JsonNode mail = awaitMails(company.adminId(), "password-reset", 1).getFirst();

    assertThat(mail.at("/model/requestedBy").isMissingNode()).isTrue();
    assertThat(complete(linkSecret(mail), PASSWORD).getStatus()).isEqualTo(204);
    assertThat(signIn(company.adminEmail(), PASSWORD).getStatus()).isEqualTo(200);
    assertThat(
            database()
                .sql(
                    """
                    select actor_type || ' ' || ip_address from audit_entry
                    where subject_id = ? and action = 'password-reset.requested'
                    """)
                .param(company.adminId().toString())
                .query(String.class)
                .list())
        .containsExactly("SYSTEM 127.0.0.1");
  }

  @Test
  @DisplayName("D3 known and unknown address: the same answer")
  void answersAlike() {
    MockHttpServletResponse known = ask(company.adminEmail());
    MockHttpServletResponse unknown = ask(Company.newEmail("nobody"));

    assertThat(unknown.getStatus()).isEqualTo(known.getStatus()).isEqualTo(202);
    assertThat(Company.read(unknown)).isEqualTo(Company.read(known)).isEmpty();
    assertThat(unknown.getHeaderNames()).isEqualTo(known.getHeaderNames());
  }

  @Test
  @DisplayName(
      "D3 invited, suspended, deleted and unknown: asked for, no link is made and no mail sent")
  void nobodyElseGetsALink() {
    String invitedEmail = Company.newEmail("invited");
    UUID invited = company.invited(invitedEmail, "BASIC");
    company.occupySeat(invited, "BASIC", 1);
    String invitation = linkSecret(invited, 1);
    String suspendedEmail = Company.newEmail("suspended");
    UUID suspended = joined(company, suspendedEmail);
    changes.suspend(company.accountId(), suspended);
    String deletedEmail = Company.newEmail("deleted");
    UUID deleted = joined(company, deletedEmail);
    changes.delete(company.accountId(), deleted);

    for (String email :
        List.of(invitedEmail, suspendedEmail, deletedEmail, Company.newEmail("nobody"))) {
      assertThat(ask(email).getStatus()).isEqualTo(202);
    }
    refused(resetByAdmin(invited), 409, "user.not-joined");
    refused(resetByAdmin(suspended), 409, "user.state-conflict");
    refused(resetByAdmin(deleted), 404, "resource.not-found");
    awaitServed();

    assertThat(links(invited) + links(suspended) + links(deleted)).isZero();
    assertThat(mails(invited, "password-reset")).isEmpty();
    refused(complete(invitation, PASSWORD), 404, "password-reset.unknown");
    assertThat(
            post("/api/v1/invitations/accept", Map.of("token", invitation, "password", PASSWORD))
                .getStatus())
        .as("the invitation is as good as before")
        .isEqualTo(204);
  }

  @Test
  @DisplayName("D3 the new password ends every session, tells the gateway, and says so by mail")
  void endsEverySession() {
    MockHttpServletResponse laptop = signIn(company.adminEmail(), Company.PASSWORD);
    MockHttpServletResponse phone = signIn(company.adminEmail(), Company.PASSWORD);
    MockHttpServletResponse other =
        signIn(companies.signUp(1, 0, 0).adminEmail(), Company.PASSWORD);

    assertThat(complete(linkFor(company), PASSWORD).getStatus()).isEqualTo(204);

    assertThat(isAlive(laptop)).isFalse();
    assertThat(isAlive(phone)).isFalse();
    assertThat(isAlive(other)).isTrue();
    TestTopics.Event ended =
        topics.await("user.sessions.v1", company.adminId().toString(), "session.ended");
    assertThat(ended.data().path("reason").asString()).isEqualTo("PASSWORD_RESET");
    assertThat(ended.data().path("sessionId").asString("")).isEmpty();
    assertThat(awaitMails(company.adminId(), "password-changed", 1)).hasSize(1);
  }

  @Test
  @DisplayName(
      "D3 whoever signs in with the old password while it is reset has no session after it")
  void signInMeanwhile() {
    String secret = linkFor(company);

    List<MockHttpServletResponse> answers =
        AtOnce.run(
            9,
            i ->
                i == 0
                    ? complete(secret, PASSWORD)
                    : signIn(company.adminEmail(), Company.PASSWORD));

    assertThat(answers.getFirst().getStatus()).isEqualTo(204);
    assertThat(answers.subList(1, 9))
        .filteredOn(answer -> answer.getStatus() == 200)
        .noneMatch(this::isAlive);
  }

  @Test
  @DisplayName("A3 a reset opens an address that was locked, and its devices")
  void forgetsTheThrottle() {
    String secret = linkFor(company);
    clock.hold();
    for (int failure = 1; failure <= 6; failure++) {
      signIn(company.adminEmail(), "not-the-right-words");
    }
    assertThat(code(signIn(company.adminEmail(), Company.PASSWORD)))
        .isEqualTo("auth.too-many-attempts");

    assertThat(complete(secret, PASSWORD).getStatus()).isEqualTo(204);

    assertThat(signIn(company.adminEmail(), PASSWORD).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("D3 Host and X-Forwarded-Host of a stranger get nowhere")
  void hostDoesNotMatter() {
    for (String header : List.of("Host", "X-Forwarded-Host", "Forwarded", "Origin", "Referer")) {
      assertThat(
              Company.send(
                      http,
                      MockMvcRequestBuilders.post("/api/v1/password-resets")
                          .header(header, "https://thieves.example"),
                      json,
                      Map.of("email", company.adminEmail()))
                  .getStatus())
          .isEqualTo(202);
    }

    List<JsonNode> mails = awaitMails(company.adminId(), "password-reset", 5);

    assertThat(mails).noneMatch(mail -> mail.toString().contains("thieves"));
  }

  @Test
  @DisplayName("An Idempotency-Key that is sent again sends no second mail")
  void sameKeyOneMail() {
    for (int i = 0; i < 3; i++) {
      assertThat(
              Company.perform(
                      http,
                      MockMvcRequestBuilders.post(path(company.adminId()))
                          .header("Idempotency-Key", "reset-" + company.adminId())
                          .with(company.asAdmin()))
                  .getStatus())
          .isEqualTo(202);
    }
    assertThat(links(company.adminId())).isEqualTo(1);
  }

  @Test
  @DisplayName("A request that nobody could serve within the life of its link is dropped")
  void oldRequestsAreDropped() {
    database()
        .sql(
            """
            insert into password_reset_request (email, requested_at, due_at)
            values (?, now() - interval '61 minutes', now() - interval '61 minutes')
            """)
        .param(company.adminEmail())
        .update();

    awaitServed();

    assertThat(links(company.adminId())).isZero();
  }

  @Test
  @DisplayName("A request that can't be served now waits for another try, and holds up no other")
  void retried() {
    Company other = companies.signUp(1, 0, 0);

    whileLocked(
        company.adminId(),
        () -> {
          ask(company.adminEmail());
          ask(other.adminEmail());
          awaitMails(other.adminId(), "password-reset", 1);
          assertThat(links(company.adminId())).isZero();
        });

    await(
        "it is put off",
        () ->
            database()
                .sql("select due_at > now() from password_reset_request where email = ?")
                .param(company.adminEmail())
                .query(Boolean.class)
                .single());
    clock.advance(Duration.ofSeconds(31));
    assertThat(awaitMails(company.adminId(), "password-reset", 1)).hasSize(1);
  }

  @Test
  @DisplayName("D3 a link made while the admin asked and the user too: one of them works")
  void askedAtOnce() {
    AtOnce.run(
        8,
        i ->
            i % 2 == 0
                ? resetByAdmin(company.adminId()).getStatus()
                : ask(company.adminEmail()).getStatus());

    List<JsonNode> mails = awaitMails(company.adminId(), "password-reset", 8);
    List<String> states =
        mails.stream()
            .map(this::linkSecret)
            .map(secret ->
                body(post("/api/v1/password-resets/inspect", Map.of("token", secret)))
                    .path("state")
                    .asString())
            .toList();
    assertThat(states).filteredOn(state -> state.equals("PENDING")).hasSize(1);
    assertThat(states).last().isEqualTo("PENDING");
    assertThat(states.subList(0, 7)).containsOnly("SUPERSEDED");
  }

  private void whileLocked(UUID userId, Runnable work) {
    DataSource source = dataSource();
    new TransactionTemplate(new DataSourceTransactionManager(source))
        .executeWithoutResult(held -> {
          JdbcClient.create(source)
              .sql("select user_id from users where user_id = ? for update")
              .param(userId)
              .query(UUID.class)
              .single();
          work.run();
        });
  }

  private String linkFor(Company owner) {
    assertThat(ask(owner.adminEmail()).getStatus()).isEqualTo(202);
    return linkSecret(awaitMails(owner.adminId(), "password-reset", 1).getFirst());
  }

  private MockHttpServletResponse ask(String email) {
    return post("/api/v1/password-resets", Map.of("email", email));
  }

  private MockHttpServletResponse resetByAdmin(UUID userId) {
    return Company.perform(http, MockMvcRequestBuilders.post(path(userId)).with(company.asAdmin()));
  }

  private static String path(UUID userId) {
    return "/api/v1/users/" + userId + "/password-resets";
  }

  private MockHttpServletResponse complete(String secret, String password) {
    return post("/api/v1/password-resets/complete", Map.of("token", secret, "password", password));
  }

  private void awaitServed() {
    await(
        "all requests are served",
        () ->
            database()
                    .sql("select count(*) from password_reset_request")
                    .query(Integer.class)
                    .single()
                == 0);
  }

  private int links(UUID userId) {
    return database()
        .sql("select count(*) from password_reset where user_id = ?")
        .param(userId)
        .query(Integer.class)
        .single();
  }

  private void refused(MockHttpServletResponse answer, int status, String code) {
    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(status);
    assertThat(code(answer)).isEqualTo(code);
  }
}
