package dev.switchboard.e2e.journey;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.client.Mailbox;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** A test against the running suite; each opens an account of its own. */
abstract class JourneyTest {

  @BeforeAll
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  static void startSuite() {
    RunningSuite.get();
  }

  static String baseUrl() {
    return RunningSuite.get().baseUrl();
  }

  static String mailUrl() {
    return RunningSuite.get().mailUrl();
  }

  static Mailbox mailbox() {
    return new Mailbox(mailUrl());
  }

  /** Waits until billing and numbering have done their part for this user. */
  static void awaitSettled(Company company, String email) throws Exception {
    Await.until(
        email + " has plan, extension and bridge",
        Duration.ofSeconds(20),
        () -> {
          JsonNode row = company.row(email);
          return !row.path("plan").isNull()
              && !row.path("extension").isNull()
              && !row.path("bridgeId").isNull();
        });
  }
}
