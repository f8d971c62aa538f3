package dev.switchboard.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.audit.Auditor;
import dev.switchboard.e2e.audit.Ledger;
import dev.switchboard.e2e.audit.Quiet;
import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.Suite;
import dev.switchboard.local.client.Answer;
import dev.switchboard.local.client.Mailbox;
import dev.switchboard.local.process.ManagedProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Parts that are away. What takes longer is in {@link LongOutageTest}.
 */
@Timeout(900)
class OutageTest extends Outages {

  @Test
  @DisplayName("C5 without Kafka an invitation is accepted and listed, and done later")
  void kafkaIsStopped() throws Exception {
    ManagedProcess kafka = suite.process("kafka");
    withoutKafka(kafka::stop, kafka::start);
  }

  @Test
  @DisplayName(
      "Without user-service plans and numbers are shown, the rest says 503; sessions survive")
  void userServiceIsAway() throws Exception {
    Company company = company();
    without(
        "user-service",
        () -> {
          company.stranger().get("/plans").expect(200);
          company.stranger().get("/phone-numbers/available?country=US").expect(200);
          expectUnavailable(company.admin().get("/users"));
          expectUnavailable(company.invite(Company.newEmail("lost"), "BASIC", true));
          expectUnavailable(
              company
                  .stranger()
                  .post(
                      "/session",
                      Map.of("email", company.adminEmail(), "password", Company.PASSWORD)));
        });
    Await.until(
        "the session works as before", LONG, () -> company.admin().get("/users").status() == 200);
    awaitDone(company, invited(company));
    provenByAudit();
  }

  @Test
  @DisplayName("A killed database costs nothing but time: 503 until it is back, then one effect")
  void databaseIsKilled() throws Exception {
    Company company = company();
    String email = Company.newEmail("killed");
    String key = UUID.randomUUID().toString();
    suite.process("postgres").kill9();
    Await.until(
        "the invitation is accepted",
        LONG,
        () -> {
          Answer answer =
              company.admin().post("/users", Company.invitation(email, "BASIC", true), key);
          if (answer.status() != 201) {
            expectUnavailable(answer);
            return false;
          }
          note(company, email, answer);
          return true;
        });
    awaitDone(company, email);
    provenByAudit();
  }
}
