package dev.switchboard.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.client.Answer;
import dev.switchboard.local.client.Client;
import dev.switchboard.local.client.Mailbox;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main flow over the paths of the API only. */
class InvitationJourneyTest extends JourneyTest {

  @Test
  @DisplayName(
      "C5 sign-up, invitation, mail, accept, sign-in: the row shows extension, bridge and plan")
  void invitationGoesAllTheWay() throws Exception {
    Company company = Company.signUp(baseUrl(), 1, 1, 1);
    awaitSettled(company, company.adminEmail());
    JsonNode admin = company.row(company.adminEmail());
    assertThat(admin.path("extension").asString()).isEqualTo("101");
    assertThat(admin.path("role").asString()).isEqualTo("ADMIN");
    assertThat(admin.path("plan").asString()).isEqualTo("BASIC");

    String email = Company.newEmail("jose");
    Answer invited = company.invite(email, "PRO", false).expect(201);
    assertThat(invited.body().path("state").asString()).isEqualTo("INVITED");
    assertThat(company.row(email).path("state").asString()).isEqualTo("INVITED");

    Mailbox.Mail mail = mailbox().await(email, 1, Duration.ofSeconds(10));
    assertThat(mail.joinLink()).startsWith(baseUrl() + "/join#");
    assertThat(mail.text()).contains("Harbor Light Books").contains("Ada Ngata");

    Client jose = company.stranger();
    Answer inspected =
        jose.post("/invitations/inspect", Map.of("token", mail.joinToken())).expect(200);
    assertThat(inspected.body().path("firstName").asString()).isEqualTo("José");
    assertThat(inspected.body().path("companyName").asString()).isEqualTo("Harbor Light Books");
    assertThat(inspected.body().path("state").asString()).isEqualTo("PENDING");
    jose.post(
            "/invitations/accept", Map.of("token", mail.joinToken(), "password", Company.PASSWORD))
        .expect(204);
    Answer session = jose.signIn(email, Company.PASSWORD).expect(200);
    assertThat(session.body().path("user").path("role").asString()).isEqualTo("USER");
    assertThat(jose.get("/users").expect(403).code()).isEqualTo("auth.forbidden");

    awaitSettled(company, email);
    JsonNode row = company.row(email);
    assertThat(row.path("state").asString()).isEqualTo("ACTIVE");
    assertThat(row.path("extension").asString()).isEqualTo("102");
    assertThat(row.path("bridgeId").asString()).matches("[0-9]{10}");
    assertThat(row.path("plan").asString()).isEqualTo("PRO");
    assertThat(row.path("invitation").path("state").asString()).isEqualTo("ACCEPTED");
    Await.until(
        "delivery is told",
        Duration.ofSeconds(5),
        () -> company.row(email).path("invitation").path("delivery").asString().equals("SENT"));
    assertThat(company.list().path("openSlots").size()).isEqualTo(1);
  }

  @Test
  @DisplayName("C5 from POST to the mail takes less than a second on an idle machine")
  void mailIsQuick() throws Exception {
    Company company = Company.signUp(baseUrl(), 6, 0, 0);
    awaitSettled(company, company.adminEmail());
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      String email = Company.newEmail("quick");
      long began = System.nanoTime();
      company.invite(email, "BASIC", false).expect(201);
      mailbox().await(email, 1, Duration.ofSeconds(10));
      best = Math.min(best, System.nanoTime() - began);
    }
    // The best of five: other work on a test machine may delay any single one.
    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  @DisplayName("A4 after sign-out the session is dead at once")
  void signOut() throws Exception {
    Company company = Company.signUp(baseUrl(), 1, 0, 0);
    Client admin = company.admin();
    Client copy = company.stranger();
    String cookies = admin.cookieHeader();
    admin.get("/users").expect(200);

    admin.delete("/session").expect(204);

    Await.until(
        "the old cookie is refused",
        Duration.ofSeconds(1),
        () -> copy.send("GET", "/users", new byte[0], Map.of("Cookie", cookies)).status() == 401);
  }
}
