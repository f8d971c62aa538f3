package dev.switchboard.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** H2: what of sign-in is in the account's audit log. */
class SignInAuditTest extends UserServiceTest {

  @Test
  @DisplayName("H2 signing in and out is in the log, with address and browser")
  void signInAndOut() {
    Company company = companies.signUp(1, 0, 0);

    MockHttpServletResponse signedIn = signIn(company.adminEmail(), Company.PASSWORD);
    UUID session =
        UUID.fromString(
            body(post("/internal/token-exchange", Map.of("session", sessionSecret(signedIn))))
                .path("sessionId")
                .asString());
    delete("/api/v1/session", as(signedIn));

    assertThat(audited(company.adminId())).containsExactly("user.signed-up", "session.signed-in");
    assertThat(audited(session)).containsExactly("session.ended");
  }

  @Test
  @DisplayName("H2 a failed sign-in is in the log of the account whose user has the address")
  void failed() {
    Company company = companies.signUp(1, 0, 0);
    Company.send(
        http,
        MockMvcRequestBuilders.post("/api/v1/session")
            .header("User-Agent", "Browser/1")
            .header("X-Forwarded-For", "203.0.113.9"),
        json,
        Map.of("email", company.adminEmail(), "password", "not-the-right-words"));

    await("entry", () -> audited(company.adminId()).contains("session.sign-in-failed"));

    Map<String, Object> entry =
        database()
            .sql(
                """
                select account_id, actor_type, actor_id, details::text, ip_address, user_agent from audit_entry
                where subject_id = ? and action = 'session.sign-in-failed'
                """)
            .param(company.adminId().toString())
            .query()
            .singleRow();
    assertThat(entry)
        .containsEntry("account_id", company.accountId())
        .containsEntry("actor_type", "SYSTEM")
        .containsEntry("actor_id", null)
        .containsEntry("details", "{\"reason\": \"PASSWORD\"}")
        .containsEntry("ip_address", "203.0.113.9")
        .containsEntry("user_agent", "Browser/1");
  }

  @Test
  @DisplayName("H2 a failed sign-in of nobody, and one that only had to wait, leave nothing")
  void nobody() {
    Company company = companies.signUp(1, 0, 0);
    clock.hold();
    signIn(Company.newEmail("nobody"), "not-the-right-words");
    for (int i = 0; i < 8; i++) {
      signIn(company.adminEmail(), "not-the-right-words");
    }

    await(
        "all are taken down",
        () ->
            database().sql("select count(*) from failed_sign_in").query(Integer.class).single()
                == 0);

    assertThat(audited(company.adminId()))
        .filteredOn(action -> action.equals("session.sign-in-failed"))
        .hasSize(5);
  }
}
