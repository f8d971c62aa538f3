package dev.switchboard.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.client.Company;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nobody gets in who should not. */
class TenantJourneyTest extends JourneyTest {

  @Test
  @DisplayName("A6 ids of another account answer 404 like unknown ones")
  void foreignIds() throws Exception {
    Company mine = Company.signUp(baseUrl(), 1, 0, 0);
    Company other = Company.signUp(baseUrl(), 2, 0, 0);
    String email = Company.newEmail("theirs");
    String foreign = other.invite(email, "BASIC", false).expect(201).body().path("id").asString();

    assertThat(mine.admin().get("/users/" + foreign).status()).isEqualTo(404);
    assertThat(mine.admin().post("/users/" + foreign + "/invitations", java.util.Map.of()).status())
        .isEqualTo(404);
    assertThat(mine.admin().get("/users/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(mine.admin().delete("/sessions/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  @DisplayName("A6 a service's own port refuses forged identity headers")
  void forgedHeaders() throws Exception {
    Company company = Company.signUp(baseUrl(), 1, 0, 0);
    URI gateway = URI.create(baseUrl());
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (String service :
          List.of("user-service", "numbering-service", "billing-service", "notification-service")) {
        URI port = RunningSuite.get().serviceUrl(service);
        assertThat(port.getPort()).isNotEqualTo(gateway.getPort());
        HttpResponse<String> answer =
            http.send(
                HttpRequest.newBuilder(port.resolve("/api/v1/users"))
                    .header("X-User-Id", UUID.randomUUID().toString())
                    .header("X-Account-Id", company.accountId().toString())
                    .header("X-Forwarded-User", "admin")
                    .header("Cookie", company.admin().cookieHeader())
                    .header("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")
                    .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(service).isEqualTo(401);
      }
    }
  }
}
