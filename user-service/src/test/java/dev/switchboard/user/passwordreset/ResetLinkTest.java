package dev.switchboard.user.passwordreset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserChanges;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** D3 and architecture 4: the mailed link. */
class ResetLinkTest extends UserServiceTest {
  private static final String PASSWORD = "seven tall ships in line";

  @Autowired private UserChanges changes;
  private Company company;
  private String secret;

  @BeforeEach
  void mailALink() {
    company = companies.signUp(2, 0, 0);
    secret = nextLink(1);
  }

  @Test
  @DisplayName("D3 the holder sees for whom the link is and what became of it")
  void inspect() {
    JsonNode link = inspect(secret);

    assertThat(link.path("firstName").asString()).isEqualTo("Ada");
    assertThat(link.path("companyName").asString()).isEqualTo("Harbor Light Books");
    assertThat(link.path("state").asString()).isEqualTo("PENDING");
    assertThat(link.propertyNames()).containsExactly("firstName", "companyName", "state");
  }

  @Test
  @DisplayName("D3 only the newest link works; the one before is void with its own code")
  void onlyTheNewest() {
    String newer = nextLink(2);
    String newest = nextLink(3);

    for (String old : List.of(secret, newer)) {
      assertThat(stateOf(old)).isEqualTo("SUPERSEDED");
      refused(old, PASSWORD, 410, "password-reset.superseded");
    }
    assertThat(complete(newest, PASSWORD).getStatus()).isEqualTo(204);
    assertThat(stateOf(newest)).isEqualTo("USED");
    refused(newest, PASSWORD + " again", 409, "password-reset.used");
    refused(secret, PASSWORD + " again", 410, "password-reset.superseded");
  }

  @Test
  @DisplayName("I11 a link used by 64 at once: one wins, and his is the password")
  void usedOnce() {
    List<MockHttpServletResponse> answers =
        AtOnce.run(64, i -> complete(secret, PASSWORD + " " + i));

    assertThat(answers).filteredOn(answer -> answer.getStatus() == 204).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.getStatus() != 204)
        .extracting(this::code)
        .isSubsetOf("password-reset.used", "service.unavailable");
    int winner =
        answers.indexOf(
            answers.stream().filter(answer -> answer.getStatus() == 204).findFirst().orElseThrow());
    assertThat(signIn(company.adminEmail(), PASSWORD + " " + winner).getStatus()).isEqualTo(200);
    assertThat(awaitMails(company.adminId(), "password-changed", 1)).hasSize(1);
    assertThat(audited(company.adminId()))
        .filteredOn(action -> action.equals("password.reset"))
        .hasSize(1);
  }

  @Test
  @DisplayName("D3 a link is valid for 60 minutes by the database's clock")
  void expires() {
    assertThat(
            database()
                .sql(
                    "select expires_at - created_at = interval '60 minutes' from password_reset where user_id = ?")
                .param(company.adminId())
                .query(Boolean.class)
                .single())
        .isTrue();

    database()
        .sql("update password_reset set expires_at = clock_timestamp() where user_id = ?")
        .param(company.adminId())
        .update();

    assertThat(stateOf(secret)).isEqualTo("EXPIRED");
    refused(secret, PASSWORD, 410, "password-reset.expired");
    assertThat(signIn(company.adminEmail(), Company.PASSWORD).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("D3 another user's link sets the other user's password and nobody else's")
  void othersLink() {
    Company other = companies.signUp(1, 0, 0);

    assertThat(complete(secret, PASSWORD).getStatus()).isEqualTo(204);

    assertThat(signIn(other.adminEmail(), Company.PASSWORD).getStatus()).isEqualTo(200);
    assertThat(signIn(other.adminEmail(), PASSWORD).getStatus()).isEqualTo(401);
    for (String guess : List.of("", secret.substring(1), secret + "A", "' or 1=1 --")) {
      MockHttpServletResponse answer = complete(guess, PASSWORD);
      assertThat(answer.getStatus()).isIn(404, 422);
      assertThat(Company.read(answer)).doesNotContain("Harbor");
    }
  }

  @Test
  @DisplayName("D5 D6 a link dies with suspension and deletion, also when they are taken back")
  void diesWithItsUser() {
    changes.suspend(company.accountId(), company.adminId());
    assertThat(stateOf(secret)).isEqualTo("REVOKED");
    refused(secret, PASSWORD, 410, "password-reset.revoked");
    changes.reactivate(company.accountId(), company.adminId());
    refused(secret, PASSWORD, 410, "password-reset.revoked");

    String next = nextLink(2);
    changes.delete(company.accountId(), company.adminId());
    refused(next, PASSWORD, 410, "password-reset.revoked");
    changes.erase(company.accountId(), company.adminId());
    refused(next, PASSWORD, 404, "password-reset.unknown");
    assertThat(
            database()
                .sql("select count(*) from password_reset where user_id = ?")
                .param(company.adminId())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  @DisplayName("C4 a link dies with a change of the address, and with no other change")
  void diesWithTheAddress() {
    changes.tellChanged(company.accountId(), company.adminId(), "firstName", "mobile");
    assertThat(stateOf(secret)).isEqualTo("PENDING");

    changes.tellChanged(company.accountId(), company.adminId(), "email");

    refused(secret, PASSWORD, 410, "password-reset.revoked");
  }

  @Test
  @DisplayName("I11 suspended while the link is used: he is out, or the link is refused")
  void suspendedMeanwhile() {
    MockHttpServletResponse signedIn = signIn(company.adminEmail(), Company.PASSWORD);

    List<Integer> answers =
        AtOnce.run(
            2,
            i -> {
              if (i == 0) {
                return complete(secret, PASSWORD).getStatus();
              }
              changes.suspend(company.accountId(), company.adminId());
              return 200;
            });

    assertThat(answers.getFirst()).isIn(204, 410);
    assertThat(isAlive(signedIn)).isFalse();
    assertThat(signIn(company.adminEmail(), PASSWORD).getStatus()).isEqualTo(401);
  }

  @Test
  @DisplayName("A5 a bad password, or the present one, does not use the link up")
  void badPasswordKeepsTheLink() {
    refused(secret, "short", 422, "password.too-short");
    refused(secret, "passwordpassword", 422, "password.too-common");
    refused(secret, "Harbor Light Books 1", 422, "password.personal");
    refused(secret, company.adminEmail(), 422, "password.personal");
    refused(secret, Company.PASSWORD, 422, "password.same");
    MockHttpServletResponse answer = complete(secret, "short");
    assertThat(body(answer).path("errors").path(0).path("pointer").asString())
        .isEqualTo("/password");

    assertThat(stateOf(secret)).isEqualTo("PENDING");
    assertThat(complete(secret, PASSWORD).getStatus()).isEqualTo(204);
  }

  @Test
  @DisplayName("GET on the paths of reset links changes nothing")
  void getChangesNothing() {
    for (String path :
        List.of("/api/v1/password-resets/inspect", "/api/v1/password-resets/complete")) {
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
  }

  @Test
  @DisplayName("The secret of a link has 256 random bits and is stored as its hash only")
  void secretIsHashed() {
    assertThat(secret).hasSize(43);
    assertThat(
            database()
                .sql("select token_hash from password_reset where user_id = ?")
                .param(company.adminId())
                .query(byte[].class)
                .single())
        .isEqualTo(dev.switchboard.platform.crypto.RandomToken.hash(secret));
  }

  private String nextLink(int mails) {
    UUID user = company.adminId();
    assertThat(
            Company.perform(
                    http,
                    MockMvcRequestBuilders.post("/api/v1/users/" + user + "/password-resets")
                        .with(company.asAdmin()))
                .getStatus())
        .isEqualTo(202);
    return linkSecret(awaitMails(user, "password-reset", mails).get(mails - 1));
  }

  private JsonNode inspect(String token) {
    return body(post("/api/v1/password-resets/inspect", Map.of("token", token)));
  }

  private String stateOf(String token) {
    return inspect(token).path("state").asString();
  }

  private MockHttpServletResponse complete(String token, String password) {
    return post("/api/v1/password-resets/complete", Map.of("token", token, "password", password));
  }

  private void refused(String token, String password, int status, String code) {
    MockHttpServletResponse answer = complete(token, password);
    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(status);
    assertThat(code(answer)).isEqualTo(code);
  }
}
