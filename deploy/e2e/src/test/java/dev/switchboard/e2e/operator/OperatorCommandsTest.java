package dev.switchboard.e2e.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.audit.Auditor;
import dev.switchboard.e2e.audit.Ledger;
import dev.switchboard.e2e.audit.Quiet;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.Suite;
import dev.switchboard.local.client.Answer;
import dev.switchboard.local.client.Mailbox;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The operator's commands against the whole suite. */
@Timeout(600)
class OperatorCommandsTest {
  private static final Duration LONG = Duration.ofMinutes(3);

  private static Suite suite;
  private static Operator operator;
  private static Tables tables;
  private Company company;

  @BeforeAll
  static void startSuite() {
    suite = RunningSuite.get();
    operator = new Operator(suite);
    tables = new Tables(suite);
  }

  /** Somebody of each kind: invited, deleted, restored. */
  @BeforeEach
  void people() throws Exception {
    company = Company.signUp(suite.baseUrl(), 4, 1, 0);
    String gone = id(company.invite(Company.newEmail("gone"), "BASIC", false));
    String back = id(company.invite(Company.newEmail("back"), "BASIC", false));
    id(company.invite(Company.newEmail("there"), "PLUS", false));
    assertThat(Quiet.of(suite).await(LONG)).isEmpty();
    company.admin().delete("/users/" + gone).expect(204);
    company.admin().delete("/users/" + back).expect(204);
    assertThat(Quiet.of(suite).await(LONG)).isEmpty();
    assertThat(company.admin().post("/users/" + back + "/restore", Map.of()).isSuccess()).isTrue();
    assertThat(Quiet.of(suite).await(LONG)).isEmpty();
  }

  @Test
  @DisplayName("K1 everything told again changes nothing anywhere, mails nobody and is in order")
  void republish() throws Exception {
    Company erased = Company.signUp(suite.baseUrl(), 2, 0, 0);
    operator.eraseAccount(erased, "Harbor Light Books");
    assertThat(Quiet.of(suite).await(LONG)).isEmpty();
    SortedMap<String, List<String>> before = tables.all();
    int mails = new Mailbox(suite.mailUrl()).all().size();

    Set<String> offered = new TreeSet<>();
    for (String service : new HashSet<>(Operator.OWNERS.values())) {
      operator
          .get(service, "republish")
          .path("topics")
          .forEach(topic -> offered.add(topic.asString()));
    }
    assertThat(offered).isEqualTo(new TreeSet<>(Operator.OWNERS.keySet()));
    for (String topic : offered) {
      assertThat(operator.republish(topic)).as(topic).isPositive();
    }

    assertThat(Quiet.of(suite).await(LONG)).isEmpty();
    SortedMap<String, List<String>> after = tables.all();
    before.forEach((table, rows) -> assertThat(after.get(table)).as(table).isEqualTo(rows));
    assertThat(new Mailbox(suite.mailUrl()).all()).hasSize(mails);
    assertThat(new Auditor(suite).audit(new Ledger())).isEmpty();
  }

  @Test
  @DisplayName(
      "B5 a damaged list is made anew while it is read: no page is empty, and it is right in the end")
  void rebuildDirectory() throws Exception {
    int people = company.list().path("total").asInt();
    tables.update(
        "user_service",
        """
        update directory set first_name = 'X', plan = 'PRO', extension = 9, bridge_id = '1', mail_state = 'FAILED',
          direct_numbers = '{+12025550100}'
        where account_id = '%s'
        """
            .formatted(company.accountId()));
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Set<String>> reader = CompletableFuture.supplyAsync(() -> seen(done));

    assertThat(operator.rebuildDirectory()).isGreaterThan(people);
    for (String topic : Operator.OF_DIRECTORY) {
      operator.republish(topic);
    }
    assertThat(Quiet.of(suite).await(LONG)).isEmpty();

    done.set(true);
    assertThat(reader.get()).containsExactly("200 " + people);
    assertThat(operator.get("user-service", "directory").toString())
        .contains("\"forSeat\":0,\"forLine\":0,\"forMail\":0");
    assertThat(company.row(company.adminEmail()).path("firstName").asString()).isEqualTo("Ada");
    assertThat(new Auditor(suite).audit(new Ledger())).isEmpty();
  }

  private Set<String> seen(AtomicBoolean done) {
    Set<String> seen = new TreeSet<>();
    while (!done.get()) {
      try {
        Answer page = company.admin().get("/users?limit=50");
        seen.add(page.status() + " " + page.body().path("items").size());
      } catch (IOException e) {
        seen.add(e.toString());
      }
    }
    return seen;
  }

  private static String id(Answer invited) {
    return invited.expect(201).body().path("id").asString();
  }
}
