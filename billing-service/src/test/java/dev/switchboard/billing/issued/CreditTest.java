package dev.switchboard.billing.issued;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.statement.Period;
import dev.switchboard.billing.testing.DeletedUsers;
import dev.switchboard.billing.testing.WebTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A company whose credits are more than what the next month costs. */
class CreditTest extends WebTest {
  private static final Instant SIGNED_UP = Instant.parse("2026-11-02T14:03:05.120Z");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @Autowired private IssueStatements issueStatements;

  @Test
  @DisplayName(
      "E7 a statement below zero charges nothing, and its credit pays those to come, to the cent")
  void credit() {
    List<UUID> users = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      users.add(seated("PRO"));
    }
    issueUntil(2);
    // On the second day of the month that is paid in advance most of them leave.
    Instant left = Period.of(SIGNED_UP, ZONE, 2).start(ZONE).plus(Duration.ofHours(30));
    for (UUID user : users) {
      new DeletedUsers(topics, account).delete(user, 2, false, left);
    }
    await(
        "deleted",
        () ->
            count(
                    "select count(*) from seat where account_id = ? and state = 'VACATED'",
                    account.id())
                == 6);
    issueUntil(5);

    List<JsonNode> statements = new ArrayList<>();
    ok(call("GET", "/api/v1/statements", null, null)).path("items").forEach(statements::addFirst);
    JsonNode below = statements.get(3);
    long total = below.path("total").path("amountCents").asLong();
    assertThat(total).isNegative();
    assertThat(below.path("payment").path("due").path("amountCents").asLong()).isZero();
    assertThat(below.path("payment").path("state").asString()).isEqualTo("PAID");
    long totals = 0;
    long charged = 0;
    for (JsonNode each : statements) {
      totals += each.path("total").path("amountCents").asLong();
      charged += each.path("payment").path("due").path("amountCents").asLong();
    }
    long credit =
        ok(call("GET", "/api/v1/billing-account", null, null))
            .path("credit")
            .path("amountCents")
            .asLong();
    assertThat(charged - credit).as("charged in all, less what is left").isEqualTo(totals);
    assertThat(statements.get(4).path("payment").path("credit").path("amountCents").asLong())
        .isPositive();
  }

  private void issueUntil(int period) {
    issueStatements.run(Period.of(SIGNED_UP, ZONE, period).start(ZONE).plus(Duration.ofHours(1)));
  }
}
