package dev.switchboard.user.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** The main flow as this service sees it; the test plays billing, numbering and notification. */
class InvitationJourneyTest extends UserServiceTest {

  @Test
  @DisplayName("C5 inviting leads to seat, line and mail, and the person joins and signs in")
  void fromInvitationToSignIn() {
    Company company = companies.signUp(2, 0, 1);
    String email = Company.newEmail("jose");

    UUID userId = company.invited(email, "PRO");

    JsonNode row = company.row(userId);
    assertThat(row.path("state").asString()).isEqualTo("INVITED");
    assertThat(row.path("plan").isNull()).isTrue();
    assertThat(row.path("invitation").isNull()).isTrue();

    company.openLine(userId, "102", 1);
    company.occupySeat(userId, "PRO", 1);
    await("extension", () -> company.row(userId).path("extension").asString("").equals("102"));
    await("plan", () -> company.row(userId).path("plan").asString("").equals("PRO"));
    String secret = linkSecret(userId, 1);
    assertThat(company.row(userId).path("invitation").path("delivery").asString())
        .isEqualTo("QUEUED");

    MockHttpServletResponse inspected =
        post("/api/v1/invitations/inspect", Map.of("token", secret));
    assertThat(inspected.getStatus()).isEqualTo(200);
    assertThat(body(inspected).path("firstName").asString()).isEqualTo("José");
    assertThat(body(inspected).path("state").asString()).isEqualTo("PENDING");

    MockHttpServletResponse accepted =
        post(
            "/api/v1/invitations/accept",
            Map.of("token", secret, "password", "seven tall ships in line"));
    assertThat(accepted.getStatus()).as(Company.read(accepted)).isEqualTo(204);

    MockHttpServletResponse signedIn =
        post("/api/v1/session", Map.of("email", email, "password", "seven tall ships in line"));
    assertThat(signedIn.getStatus()).as(Company.read(signedIn)).isEqualTo(200);
    assertThat(body(signedIn).path("account").path("companyName").asString())
        .isEqualTo("Harbor Light Books");
    assertThat(company.row(userId).path("state").asString()).isEqualTo("ACTIVE");
    topics.await("user.users.v1", userId.toString(), "user.joined");
  }
}
