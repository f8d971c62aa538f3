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

/** While one part is away the others work, and what was accepted is done when it is back. */
@Timeout(900)
class OutageTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private static Suite suite;
  private static Mailbox mailbox;
  private static Quiet quiet;

  private final Ledger ledger = new Ledger();

  @BeforeAll
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  static void startSuite() {
    suite = RunningSuite.get();
    mailbox = new Mailbox(suite.mailUrl());
    quiet = Quiet.of(suite);
  }

  /** What is tried while a part is away. */
  @FunctionalInterface
  private interface Trial {
    void run() throws Exception;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName(
      "C5 without Kafka (stopped, frozen) an invitation is accepted and listed, and done later")
  void kafkaIsAway(boolean frozen) throws Exception {
    Company company = company();
    ManagedProcess kafka = suite.process("kafka");
    if (frozen) {
      kafka.pause();
    } else {
      kafka.stop();
    }
    List<String> emails;
    try {
      emails = List.of(invited(company), invited(company), invited(company));
      for (String email : emails) {
        assertThat(company.row(email).path("state").asString()).isEqualTo("INVITED");
        assertThat(company.row(email).path("extension").isNull()).isTrue();
        assertThat(mailbox.to(email)).isEmpty();
      }
    } finally {
      if (frozen) {
        kafka.resume();
      } else {
        kafka.start();
      }
    }
    for (String email : emails) {
      awaitDone(company, email);
    }
    provenByAudit();
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

  private Company company() throws Exception {
    Company company = Company.signUp(suite.baseUrl(), 8, 0, 0);
    ledger.signedUp(company.accountId(), company.adminEmail());
    awaitLine(company, company.adminEmail());
    return company;
  }

  private String invited(Company company) throws IOException {
    String email = Company.newEmail("outage");
    note(company, email, company.invite(email, "BASIC", false).expect(201));
    return email;
  }

  private void note(Company company, String email, Answer answer) {
    ledger.invited(company.accountId(), email, "BASIC", answer.body().path("id").asString());
  }

  private static void without(String service, Trial trial) throws Exception {
    ManagedProcess process = suite.process(service);
    process.stop();
    try {
      trial.run();
    } finally {
      process.start();
      suite.awaitReady();
    }
  }

  private static void expectUnavailable(Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isIn(503, 504);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.code()).isNotEmpty();
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
  }

  private static void awaitDone(Company company, String email) throws Exception {
    awaitLine(company, email);
    mailbox.await(email, 1, LONG);
  }

  private static void awaitLine(Company company, String email) throws Exception {
    Await.until(
        email + " has plan, extension and bridge",
        LONG,
        () -> {
          Answer list = company.admin().get("/users?limit=200");
          return list.status() == 200
              && list.body()
                  .path("items")
                  .valueStream()
                  .anyMatch(row -> row.path("email").asString().equals(email) && isDone(row));
        });
  }

  private static boolean isDone(JsonNode row) {
    return !row.path("plan").isNull()
        && !row.path("extension").isNull()
        && !row.path("bridgeId").isNull();
  }

  private void provenByAudit() throws Exception {
    suite.awaitReady();
    assertThat(quiet.await(LONG)).isEmpty();
    assertThat(new Auditor(suite).audit(ledger)).isEmpty();
  }
}
