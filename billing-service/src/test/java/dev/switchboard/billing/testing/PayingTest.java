package dev.switchboard.billing.testing;

import dev.switchboard.billing.testing.FakeProvider.Does;
import dev.switchboard.platform.testing.TestClock;
import dev.switchboard.platform.testing.TestTopics;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What tests of payments have at hand: a provider in memory and a clock to move. */
public abstract class PayingTest extends WebTest {
  @Autowired protected FakeProvider provider;
  @Autowired protected TestClock clock;

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  /** An admin enters a card at the provider's page and comes back. */
  protected void enterCard(Does does) {
    String setup = openCardPage();
    provider.enter("page-" + setup, does);
    ok(call("POST", "/api/v1/payment-method/setups/" + setup + "/complete", null, null));
  }

  /** The id of a setup whose page was opened. */
  protected String openCardPage() {
    var answer = call("POST", "/api/v1/payment-method/setups", null, null);
    if (answer.getStatus() != 201) {
      throw new AssertionError(text(answer));
    }
    return body(answer).path("setupId").asString();
  }

  /** The account's newest statement. */
  protected JsonNode newestStatement() {
    return ok(call("GET", "/api/v1/statements", null, null)).path("items").path(0);
  }

  protected UUID newestStatementId() {
    return UUID.fromString(newestStatement().path("id").asString());
  }

  /** Whether the account pays, as it is told to the other services. */
  protected String toldStanding() {
    await("events are sent", () -> count("select count(*) from outbox") == 0);
    return topics
        .all("billing.accounts.v1", account.id().toString())
        .getLast()
        .data()
        .path("standing")
        .asString();
  }

  /** What was told of the account's statements, the oldest first. */
  protected List<TestTopics.Event> toldOfStatements() {
    await("events are sent", () -> count("select count(*) from outbox") == 0);
    return topics.all("billing.statements.v1", account.id().toString());
  }
}
