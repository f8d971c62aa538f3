package dev.switchboard.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.process.ManagedProcess;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Further outages: {@code deploy/e2e/outages} runs them. */
@Tag("long")
@Timeout(900)
class LongOutageTest extends Outages {

  @Test
  @DisplayName("C5 with a frozen Kafka an invitation is accepted and listed, and done later")
  void kafkaIsFrozen() throws Exception {
    ManagedProcess kafka = suite.process("kafka");
    withoutKafka(kafka::pause, kafka::resume);
  }

  @Test
  @DisplayName("C5 a service that starts while Kafka is down works as soon as Kafka is there")
  void startsWithoutKafka() throws Exception {
    Company company = company();
    ManagedProcess kafka = suite.process("kafka");
    kafka.stop();
    String email;
    try {
      suite.process("notification-service").kill9();
      suite.process("numbering-service").kill9();
      email = invited(company);
      suite.awaitReady();
      company.stranger().get("/phone-numbers/available?country=US").expect(200);
    } finally {
      kafka.start();
    }
    awaitDone(company, email);
    provenByAudit();
  }

  @Test
  @DisplayName("C5 without notification-service all works, and the mail comes later")
  void notificationIsAway() throws Exception {
    Company company = company();
    String[] email = new String[1];
    without(
        "notification-service",
        () -> {
          email[0] = invited(company);
          awaitLine(company, email[0]);
          company.admin().get("/phone-numbers/available?country=US").expect(200);
          company.admin().get("/plans").expect(200);
          assertThat(mailbox.to(email[0])).isEmpty();
        });
    awaitDone(company, email[0]);
    provenByAudit();
  }

  @Test
  @DisplayName("C5 without billing-service the list and invitations work, its own pages say 503")
  void billingIsAway() throws Exception {
    Company company = company();
    String[] email = new String[1];
    without(
        "billing-service",
        () -> {
          email[0] = invited(company);
          company.admin().get("/phone-numbers/available?country=US").expect(200);
          expectUnavailable(company.stranger().get("/plans"));
          // No mail goes out before the slot is the user's.
          assertThat(mailbox.to(email[0])).isEmpty();
          assertThat(company.row(email[0]).path("plan").isNull()).isTrue();
        });
    awaitDone(company, email[0]);
    provenByAudit();
  }

  @Test
  @DisplayName("C5 without numbering-service the list and invitations work, its own pages say 503")
  void numberingIsAway() throws Exception {
    Company company = company();
    String[] email = new String[1];
    without(
        "numbering-service",
        () -> {
          email[0] = invited(company);
          mailbox.await(email[0], 1, LONG);
          company.admin().get("/plans").expect(200);
          expectUnavailable(company.stranger().get("/phone-numbers/available?country=US"));
          assertThat(company.row(email[0]).path("extension").isNull()).isTrue();
        });
    awaitDone(company, email[0]);
    provenByAudit();
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
}
