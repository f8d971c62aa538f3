package dev.switchboard.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.crypto.RandomToken;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserChanges;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** A3: the browsers that a user has signed in with. */
class KnownDeviceTest extends UserServiceTest {
  private static final String WRONG = "not-the-right-words";

  @Autowired private UserChanges changes;
  @Autowired private SessionCleaner cleaner;
  private Company company;

  @BeforeEach
  void signUp() {
    company = companies.signUp(3, 0, 0);
  }

  @Test
  @DisplayName("A3 sign-in sets a cookie that the browser is known by, guarded like the session's")
  void cookie() {
    MockHttpServletResponse answer = signIn(company.adminEmail(), Company.PASSWORD);

    assertThat(answer.getHeaders(HttpHeaders.SET_COOKIE)).hasSize(2);
    assertThat(answer.getHeaders(HttpHeaders.SET_COOKIE).get(1))
        .startsWith("__Host-switchboard-device=")
        .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=34560000")
        .doesNotContain("Domain");
    assertThat(deviceSecret(answer)).hasSize(43);
    assertThat(
            deviceSecret(signInFrom(deviceSecret(answer), company.adminEmail(), Company.PASSWORD)))
        .as("the same from the same browser")
        .isEqualTo(deviceSecret(answer));
  }

  @ParameterizedTest
  @DisplayName("A3 a device cookie that we have not made is replaced")
  @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' or 1=1 --"})
  void strangeCookie(String strange) {
    assertThat(deviceSecret(signInFrom(strange, company.adminEmail(), Company.PASSWORD)))
        .hasSize(43)
        .isNotEqualTo(strange);
  }

  @Test
  @DisplayName("A3 a sign-in from a new device is mailed, in words; the first one ever is not")
  void newDeviceIsMailed() {
    String known = deviceSecret(signIn(company.adminEmail(), Company.PASSWORD));
    signInFrom(known, company.adminEmail(), Company.PASSWORD);

    MockHttpServletResponse other =
        Company.send(
            http,
            MockMvcRequestBuilders.post("/api/v1/session")
                .header("User-Agent", "Mozilla/5.0 (Windows NT 10.0; rv:145.0) Firefox/145.0")
                .header("X-Forwarded-For", "203.0.113.7"),
            json,
            Map.of("email", company.adminEmail(), "password", Company.PASSWORD));

    assertThat(other.getStatus()).isEqualTo(200);
    List<JsonNode> mails = awaitMails(company.adminId(), "new-sign-in", 1);
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst().at("/model/device").asString()).isEqualTo("Firefox on Windows");
    assertThat(mails.getFirst().at("/model/ipAddress").asString()).isEqualTo("203.0.113.7");
    assertThat(mails.getFirst().at("/model/signedInAt").asString()).endsWith("Z");
    signInFrom(deviceSecret(other), company.adminEmail(), Company.PASSWORD);
    signInFrom(known, company.adminEmail(), Company.PASSWORD);
    assertThat(signIn(company.adminEmail(), WRONG).getStatus()).isEqualTo(401);
    signIn(company.adminEmail(), Company.PASSWORD);
    assertThat(awaitMails(company.adminId(), "new-sign-in", 2)).hasSize(2);
  }

  @Test
  @DisplayName("A3 two people may use one browser; it is known for both after each signed in")
  void sharedBrowser() {
    String email = Company.newEmail("colleague");
    UUID colleague = joined(company, email);
    String device = deviceSecret(signIn(company.adminEmail(), Company.PASSWORD));
    String own = deviceSecret(signIn(email, Company.PASSWORD));

    assertThat(deviceSecret(signInFrom(device, email, Company.PASSWORD))).isEqualTo(device);

    assertThat(awaitMails(colleague, "new-sign-in", 1)).hasSize(1);
    signInFrom(device, email, Company.PASSWORD);
    signInFrom(own, email, Company.PASSWORD);
    signInFrom(device, company.adminEmail(), Company.PASSWORD);
    assertThat(mails(colleague, "new-sign-in")).hasSize(1);
    assertThat(mails(company.adminId(), "new-sign-in")).isEmpty();
  }

  @Test
  @DisplayName("A3 a flood of wrong passwords from elsewhere does not lock the owner's device out")
  void floodFromElsewhere() {
    String device = deviceSecret(signIn(company.adminEmail(), Company.PASSWORD));
    lock(company.adminEmail());

    assertThat(code(signIn(company.adminEmail(), Company.PASSWORD))).isEqualTo("auth.locked");
    assertThat(signInFrom(device, company.adminEmail(), Company.PASSWORD).getStatus())
        .isEqualTo(200);
    assertThat(code(signIn(company.adminEmail(), Company.PASSWORD)))
        .as("the owner's success is none of the flood's")
        .isEqualTo("auth.locked");
  }

  @Test
  @DisplayName("A3 the known device has limits too: the same ones, for itself")
  void knownDeviceIsLimited() {
    String device = deviceSecret(signIn(company.adminEmail(), Company.PASSWORD));
    clock.hold();
    for (int failure = 1; failure <= 5; failure++) {
      assertThat(code(signInFrom(device, company.adminEmail(), WRONG)))
          .isEqualTo("auth.invalid-credentials");
    }

    assertThat(code(signInFrom(device, company.adminEmail(), Company.PASSWORD)))
        .isEqualTo("auth.too-many-attempts");
    assertThat(signIn(company.adminEmail(), Company.PASSWORD).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName(
      "A3 a device is known only for who signed in with it; no other opens a way past a lock")
  void otherDevicesDoNotHelp() {
    String own = deviceSecret(signIn(company.adminEmail(), Company.PASSWORD));
    Company thief = companies.signUp(1, 0, 0);
    String his = deviceSecret(signIn(thief.adminEmail(), Company.PASSWORD));
    lock(company.adminEmail());

    for (String device :
        List.of(his, RandomToken.next(), own + " ", own.toLowerCase(java.util.Locale.ROOT))) {
      assertThat(code(signInFrom(device, company.adminEmail(), Company.PASSWORD)))
          .isEqualTo("auth.locked");
    }
  }

  @Test
  @DisplayName("A3 at most 50 devices are remembered, 400 days each; the longest unused go first")
  void devicesAreForgotten() {
    signIn(company.adminEmail(), Company.PASSWORD);
    for (int i = 0; i < 60; i++) {
      database()
          .sql(
              """
              insert into known_device (account_id, user_id, secret_hash, first_seen_at, last_seen_at)
              values (?, ?, ?, now(), now() - interval '1 day')
              """)
          .params(company.accountId(), company.adminId(), RandomToken.hash("device " + i))
          .update();
    }

    String latest = deviceSecret(signIn(company.adminEmail(), Company.PASSWORD));

    assertThat(devices()).isEqualTo(50);
    clock.advance(Duration.ofDays(399));
    signInFrom(latest, company.adminEmail(), Company.PASSWORD);
    clock.advance(Duration.ofDays(2));
    cleaner.clean();
    assertThat(devices()).isEqualTo(1);
  }

  @Test
  @DisplayName("D6 the devices of an erased user are erased")
  void erased() {
    signIn(company.adminEmail(), Company.PASSWORD);

    changes.delete(company.accountId(), company.adminId());
    assertThat(devices()).isEqualTo(1);
    changes.erase(company.accountId(), company.adminId());

    assertThat(devices()).isZero();
  }

  private void lock(String email) {
    for (int failure = 1; failure <= 10; failure++) {
      assertThat(code(signIn(email, WRONG))).isEqualTo("auth.invalid-credentials");
      clock.advance(Duration.ofSeconds(60));
    }
  }

  private int devices() {
    return database()
        .sql("select count(*) from known_device where user_id = ?")
        .param(company.adminId())
        .query(Integer.class)
        .single();
  }
}
