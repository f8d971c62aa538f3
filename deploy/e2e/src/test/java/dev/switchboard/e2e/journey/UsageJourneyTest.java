package dev.switchboard.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Minutes come from a voice platform by Kafka and are read through the gateway. */
class UsageJourneyTest extends JourneyTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  @DisplayName("E9 totals told by a voice platform, late ones too, are what the admin reads")
  void usage() throws Exception {
    Company company = Company.signUp(baseUrl(), 1, 1, 0);
    String email = Company.newEmail("usage");
    String user = company.invite(email, "PLUS", false).expect(201).body().path("id").asString();
    awaitSettled(company, email);
    YearMonth month = YearMonth.from(Instant.now().atOffset(ZoneOffset.UTC)).minusMonths(1);
    try (CallCounter voice = new CallCounter(RunningSuite.get().kafka().bootstrapServers())) {
      voice.tell(company.accountId(), user, month, 1, 40);
      voice.tell(company.accountId(), user, month, 5, 421);
      voice.tell(company.accountId(), user, month, 3, 300);
      voice.tell(company.accountId(), user, month.minusMonths(1), 1, 12);
    }

    // Told last, and of the same key: when it is there, so are the others.
    Await.until(
        "the earlier month",
        SOON,
        () -> first(company, month.minusMonths(1)).path("minutes").asInt() == 12);
    JsonNode row = first(company, month);
    assertThat(row.path("userId").asString()).isEqualTo(user);
    assertThat(row.path("plan").asString()).isEqualTo("PLUS");
    assertThat(row.path("minutes").asInt()).isEqualTo(421);
    assertThat(row.path("calls").asInt()).isEqualTo(421);
    assertThat(row.hasNonNull("advice")).as("has not had the plan for so long").isFalse();
    Company other = Company.signUp(baseUrl(), 1, 0, 0);
    awaitSettled(other, other.adminEmail());
    assertThat(first(other, month).path("minutes").asInt()).as("A6 its own only").isZero();
  }

  private static JsonNode first(Company company, YearMonth month) throws Exception {
    return company.admin().get("/usage?month=" + month).expect(200).body().path("items").path(0);
  }
}
