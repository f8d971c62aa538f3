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

/** What all tests of outages have in common. */
abstract class Outages {
  static final Duration LONG = Duration.ofMinutes(5);

  static Suite suite;
  static Mailbox mailbox;
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
  interface Trial {
    void run() throws Exception;
  }

  void withoutKafka(Outage begin, Outage end) throws Exception {
    Company company = company();
    begin.happen();
    List<String> emails;
    try {
      emails = List.of(invited(company), invited(company), invited(company));
      for (String email : emails) {
        assertThat(company.row(email).path("state").asString()).isEqualTo("INVITED");
        assertThat(company.row(email).path("extension").isNull()).isTrue();
        assertThat(mailbox.to(email)).isEmpty();
      }
    } finally {
      end.happen();
    }
    for (String email : emails) {
      awaitDone(company, email);
    }
    provenByAudit();
  }

  /** The beginning or end of an outage. */
  @FunctionalInterface
  interface Outage {
    void happen() throws Exception;
  }

  Company company() throws Exception {
    Company company = Company.signUp(suite.baseUrl(), 8, 0, 0);
    ledger.signedUp(company.accountId(), company.adminEmail());
    awaitLine(company, company.adminEmail());
    return company;
  }

  String invited(Company company) throws IOException {
    String email = Company.newEmail("outage");
    note(company, email, company.invite(email, "BASIC", false).expect(201));
    return email;
  }

  void note(Company company, String email, Answer answer) {
    ledger.invited(company.accountId(), email, "BASIC", answer.body().path("id").asString());
  }

  static void without(String service, Trial trial) throws Exception {
    ManagedProcess process = suite.process(service);
    process.stop();
    try {
      trial.run();
    } finally {
      process.start();
      suite.awaitReady();
    }
  }

  static void expectUnavailable(Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isIn(503, 504);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.code()).isNotEmpty();
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
  }

  static void awaitDone(Company company, String email) throws Exception {
    awaitLine(company, email);
    mailbox.await(email, 1, LONG);
  }

  static void awaitLine(Company company, String email) throws Exception {
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

  void provenByAudit() throws Exception {
    suite.awaitReady();
    assertThat(quiet.await(LONG)).isEmpty();
    assertThat(new Auditor(suite).audit(ledger)).isEmpty();
  }
}
