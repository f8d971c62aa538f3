package dev.switchboard.e2e.fault;

import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.client.Answer;
import dev.switchboard.local.process.ManagedProcess;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Parts that are away. What takes longer is in {@link LongOutageTest}. */
@Timeout(900)
class OutageTest extends Outages {

  @Test
  @DisplayName("C5 without Kafka an invitation is accepted and listed, and done later")
  void kafkaIsStopped() throws Exception {
    ManagedProcess kafka = suite.process("kafka");
    withoutKafka(kafka::stop, kafka::start);
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
